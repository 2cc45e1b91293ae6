package leakcensus.page;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.table.SummaryTable;
import leakcensus.spark.write.Manifest;

/** The tables of a made-up run for the page, any of which can be exchanged. */
final class PageRun {

  static final String RUN_ID = "20260101T000000.000Z";
  static final Optional<Object> NONE = Optional.empty();

  private final Map<String, SummaryRows> tables = new LinkedHashMap<>();

  /** A run whose tables have no rows but for that of the run and its two answers. */
  static PageRun small() {
    PageRun run = new PageRun();
    CensusTables.all().forEach(table -> run.with(table));
    return run.withTitle("")
        .withEstimates(
            estimate("sample", 1_234_567.0, 1_200_001.0, 1_300_002.0, ""),
            estimate("dump", 12_345_678.0, 7_000_000.0, 21_000_000.0, ""));
  }

  /** The row of the run, with a name of the leak. */
  PageRun withTitle(String title) {
    return with(
        CensusTables.RUN,
        row(
            "1",
            "4.2.0",
            "f00d",
            "k",
            "2026-01-01",
            "2026-01-02",
            1L,
            2L,
            5_000L,
            1_000L,
            990L,
            10L,
            1_300L,
            1_234L,
            "random-records",
            7L,
            1L,
            title,
            "beef",
            "2027-01-02"));
  }

  static Object[] row(Object... cells) {
    return cells;
  }

  /** A selected row of {@code person_estimate}; with something needed it is not identifiable. */
  static Object[] estimate(
      String scope, Double persons, Double lower, Double upper, String needed) {
    return row(
        scope,
        "count",
        Optional.ofNullable(persons),
        Optional.ofNullable(lower),
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

  /** A row of {@code field_profile} over all slots. */
  static Object[] field(String source, String field, double ratio, Optional<Object> persons) {
    return row(
        source, "*", field, 100L, 50L, 40L, ratio, 0.1, 0.9, 0.8, 0.1, 0.9, 44L, persons, persons);
  }

  /** A row of {@code population_share}. */
  static Object[] share(String stratum, String label, long living, Optional<Object> seen) {
    boolean suppressed = seen.isEmpty();
    return row(
        "census",
        stratum,
        label,
        living,
        seen,
        suppressed ? NONE : Optional.of(2_000.0),
        suppressed ? NONE : Optional.of(1_000.0),
        suppressed ? NONE : Optional.of(4_000.0),
        suppressed ? NONE : Optional.of(0.02),
        suppressed ? NONE : Optional.of(0.01),
        suppressed ? NONE : Optional.of(0.04),
        suppressed,
        stratum.contains(":") ? stratum.substring(0, stratum.indexOf(':')) : "region",
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        false,
        "2020-11-01");
  }

  /** A row of {@code claim_check} with this name and verdict. */
  static Object[] claim(String name, String verdict) {
    return row(
        name,
        1e9,
        "index_pairs",
        375.0,
        187.5,
        1e-9,
        1.0,
        NONE,
        verdict,
        "Found.",
        "",
        "persons",
        "persons",
        "fewer",
        1.0,
        0.999,
        0.834,
        1.19,
        4.55e8,
        5.46e8);
  }

  PageRun withEstimates(Object[]... estimates) {
    return with(CensusTables.PERSON_ESTIMATE, estimates);
  }

  PageRun withFrequencies(long... persons) {
    Object[][] rows = new Object[persons.length][];
    for (int i = 0; i < persons.length; i++) {
      rows[i] = row("*", "person", i + 1L, persons[i]);
    }
    return with(CensusTables.FREQUENCY, rows);
  }

  /** A row without its last cells: schemas only grow. */
  private static Object[] filled(SummaryTable table, Object[] row) {
    Object[] filled = Arrays.copyOf(row, table.columns().size() - 1);
    Arrays.fill(filled, row.length, filled.length, NONE);
    return filled;
  }

  PageRun with(SummaryTable table, Object[]... rows) {
    SummaryRows all = new SummaryRows(table, RUN_ID);
    for (Object[] row : rows) {
      all.add(filled(table, row));
    }
    tables.put(table.name(), all);
    return this;
  }

  PageRun without(String table) {
    tables.remove(table);
    return this;
  }

  List<SummaryRows> tables() {
    return List.copyOf(tables.values());
  }

  Manifest manifest() {
    return new Manifest(
        RUN_ID,
        "c0ffee",
        tables.values().stream()
            .map(
                rows ->
                    new Manifest.TableEntry(
                        rows.table().name(),
                        rows.table().name() + ".parquet",
                        rows.rows().size(),
                        1_000,
                        "5ha256",
                        "",
                        List.of()))
            .toList(),
        List.of(),
        Optional.empty());
  }

  String html(Language language) {
    return ReportFiles.html(tables(), manifest(), language);
  }

  String markdown() {
    return ReportFiles.markdown(tables(), manifest(), Language.EN);
  }
}
