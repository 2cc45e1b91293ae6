package leakcensus.semantic;

/**
 * How many values of a column have one shape.
 *
 * @param shape the shape, see {@link ValueShape}
 * @param values values of that shape
 */
public record ShapeCount(String shape, long values) {}
