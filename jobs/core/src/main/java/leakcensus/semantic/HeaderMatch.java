package leakcensus.semantic;

/**
 * What the name of a column says of its type.
 *
 * @param word the word of {@code header-words.csv} that was found, never the name itself
 * @param nats weight of the evidence
 */
record HeaderMatch(String word, double nats) {}
