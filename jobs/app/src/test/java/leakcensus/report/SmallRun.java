package leakcensus.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.table.SummaryTable;

/** The tables of a run over one source of 100 records, as one can check by eye. */
final class SmallRun {

  static final String RUN_ID = "20260101T000000.000Z";

  private static final Optional<Object> NONE = Optional.empty();

  private final Map<String, SummaryRows> tables = new LinkedHashMap<>();

  SmallRun() {
    CensusTables.all().forEach(table -> with(table));
    with(
        CensusTables.RUN,
        row(
            "1",
            "4.2.0",
            "f",
            "k",
            "2026",
            "2026",
            1L,
            1L,
            5_000L,
            100L,
            98L,
            2L,
            98L,
            1_234L,
            "unknown",
            7L,
            1L,
            "",
            "e",
            Optional.empty()));
    withEstimates(estimate("sample", 80.0, 70.0, 91.0, ""), estimate("dump", 80.0, 70.0, 91.0, ""));
  }

  static Object[] row(Object... cells) {
    return cells;
  }

  /** A selected row of {@code person_estimate}; with something needed it is not identifiable. */
  static Object[] estimate(
      String scope, Double persons, double lower, Double upper, String needed) {
    return row(
        scope,
        "count",
        Optional.ofNullable(persons),
        lower,
        Optional.ofNullable(upper),
        0.95,
        true,
        needed.isEmpty(),
        "Assumed of the " + scope + ".",
        needed,
        "",
        "*",
        "Chosen of the " + scope + ".");
  }

  SmallRun withEstimates(Object[]... estimates) {
    return with(CensusTables.PERSON_ESTIMATE, estimates);
  }

  SmallRun withSuppressedCells() {
    with(
        CensusTables.ID_FUNNEL,
        row(1L, "records read", 100L, NONE, NONE, NONE, false, NONE, NONE, NONE, NONE),
        row(2L, "different national ids", NONE, NONE, NONE, NONE, true, NONE, NONE, NONE, NONE));
    with(
        CensusTables.POPULATION_SHARE,
        row(
            "un", "11", "Beijing", 9L, NONE, NONE, NONE, NONE, NONE, NONE, NONE, true, "region",
            NONE, NONE, NONE, NONE, NONE, NONE, false, NONE));
    return with(
        CensusTables.FIELD_PROFILE,
        row(
            "people", "*", "phone", 98L, 3L, 2L, 0.0306, 0.01, 0.08, 0.6667, 0.2, 0.9, 2L, NONE,
            NONE, 0L, 0L));
  }

  SmallRun with(SummaryTable table, Object[]... rows) {
    SummaryRows all = new SummaryRows(table, RUN_ID);
    for (Object[] row : rows) {
      all.add(row);
    }
    tables.put(table.name(), all);
    return this;
  }

  List<SummaryRows> tables() {
    return List.copyOf(tables.values());
  }
}
