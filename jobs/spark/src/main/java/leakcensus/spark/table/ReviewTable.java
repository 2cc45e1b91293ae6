package leakcensus.spark.table;

/**
 * One row a pair of mentions near the threshold. Written only when asked for, and no part of {@link
 * CensusTables#all()}: that two records may be one person is personal data.
 */
public final class ReviewTable {

  /** The table; positions belong to the run and enter no hash. */
  public static final SummaryTable TABLE =
      SummaryTable.named("review_pair", "pair of mentions near the threshold")
          .unhashed(
              "file_a", ColumnType.WHOLE, "number of the file of the mention that stands earlier")
          .unhashed("position_a", ColumnType.WHOLE, "byte offset of its record, or row number")
          .unhashed("slot_a", ColumnType.WHOLE, "index of its slot in the record")
          .unhashed("file_b", ColumnType.WHOLE, "number of the file of the other mention")
          .unhashed("position_b", ColumnType.WHOLE, "byte offset of its record, or row number")
          .unhashed("slot_b", ColumnType.WHOLE, "index of its slot in the record")
          .real("probability", "probability that both are one person, by the model")
          .table();

  private ReviewTable() {}
}
