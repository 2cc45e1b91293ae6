package leakcensus.disclosure;

/**
 * A count that can be reckoned too closely from what is published.
 *
 * @param count the count
 * @param lowest fewest persons that are possible
 * @param highest most persons that are possible
 */
public record Exposure(CountKey count, long lowest, long highest) {}
