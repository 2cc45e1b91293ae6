package leakcensus.semantic;

/**
 * One reason for or against a type.
 *
 * @param nats logarithm of the odds that it adds
 * @param words why, without any value
 */
record Evidence(double nats, String words) {}
