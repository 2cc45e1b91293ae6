package leakcensus.spark.table;

/**
 * One row a case and method of {@code simulate}. No run of a census writes it, so it is no part of
 * {@link CensusTables#all()}.
 */
public final class SimulationTable {

  /** The table; {@code run_id} names the seed. */
  public static final SummaryTable TABLE =
      SummaryTable.named("simulation", "regime x sampled part x law x method")
          .text("regime", "how the samples came about")
          .real("sampled_ratio", "sampled part of the records, or of the persons of a list")
          .text("law", "law of the records per person, or dependence of the lists")
          .text("method", "`selected`, or the name of the method")
          .real("persons", "persons of the dump; the mean, where each sample has its own")
          .whole("samples", "samples drawn")
          .real("answered_ratio", "part of the samples that were answered")
          .real("answered_lower_ratio", "lower end of its interval (95 %, Wilson)")
          .real("answered_upper_ratio", "upper end of its interval")
          .real("at_least_ratio", "part of the answers that have a lower end alone")
          .real("coverage_ratio", "part of the answers whose interval holds the truth")
          .real("coverage_lower_ratio", "lower end of its interval (95 %, Wilson)")
          .real("coverage_upper_ratio", "upper end of its interval")
          .real(
              "median_error_ratio", "median of the distance of the number from the truth, over it")
          .real("bias_ratio", "mean of the number over the truth, less one")
          .real("median_width_ratio", "median of the upper end over the lower end")
          .real("order_tested_ratio", "part of the samples whose order the gate could test")
          .real("order_refused_ratio", "part of these that it refused")
          .real("order_refused_lower_ratio", "lower end of its interval (95 %, Wilson)")
          .real("order_refused_upper_ratio", "upper end of its interval")
          .real("sample_records", "records of a sample, as stated")
          .real("confidence", "nominal coverage of the intervals")
          .whole("seed", "seed of all draws")
          .table();

  private SimulationTable() {}
}
