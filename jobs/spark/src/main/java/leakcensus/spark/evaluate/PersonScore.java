package leakcensus.spark.evaluate;

import leakcensus.evaluate.ClusterAgreement;

/**
 * How well the persons of a run agree with the true entities.
 *
 * @param truePersons different entities of the truth set that are persons
 * @param labelledMentions mentions of these
 * @param trueOrganisations entities left out, since the truth says that they are organisations
 * @param personsTakenForOrganisations true persons of whom the run has all mentions for
 *     organisations, and so counts none
 * @param agreement pairwise and B-cubed scores over the mentions of persons that the run has too
 */
public record PersonScore(
    long truePersons,
    long labelledMentions,
    long trueOrganisations,
    long personsTakenForOrganisations,
    ClusterAgreement agreement) {}
