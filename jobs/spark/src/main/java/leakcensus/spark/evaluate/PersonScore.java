package leakcensus.spark.evaluate;

import leakcensus.evaluate.ClusterAgreement;

/**
 * How well the persons of a run agree with the true entities.
 *
 * @param truePersons different entities of the truth set
 * @param labelledMentions mentions that have an entity
 * @param agreement pairwise and B-cubed scores over the mentions that the run has too
 */
public record PersonScore(long truePersons, long labelledMentions, ClusterAgreement agreement) {}
