package leakcensus.spark.table;

/**
 * A column of a summary table.
 *
 * @param name name
 * @param type type
 * @param hashed whether it enters the content hash: not so run ids, file ids, positions and times
 * @param meaning what it holds, with its unit
 */
public record SummaryColumn(String name, ColumnType type, boolean hashed, String meaning) {}
