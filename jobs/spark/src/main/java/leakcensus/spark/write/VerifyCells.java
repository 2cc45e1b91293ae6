package leakcensus.spark.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import leakcensus.population.RoundCounts;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryColumn;
import leakcensus.spark.table.SummaryRows;

/** Checks that no published cell counts fewer persons by attribute than may be told. */
final class VerifyCells {

  /** Columns that count persons by attribute, by table. */
  private static final Map<String, Set<String>> COLUMNS =
      Map.of(
          "field_combination", Set.of("persons"),
          "overlap", Set.of("persons"),
          "field_profile", Set.of("persons_present", "persons_valid"),
          "id_funnel", Set.of("left"),
          "population_share", Set.of("persons_seen"),
          "uniqueness",
              Set.of(
                  "persons",
                  "unique_persons",
                  "persons_in_groups_of_2_to_4",
                  "persons_in_groups_of_5_to_10",
                  "persons_in_larger_groups"));

  private static final String SUPPRESSED = "suppressed";

  private VerifyCells() {}

  /** What is wrong with the cells of a table, a sentence each; a funnel holds exact counts too. */
  static List<String> faults(SummaryRows rows, long minCell, RoundCounts rounding) {
    List<String> faults = new ArrayList<>();
    List<SummaryColumn> columns = rows.table().columns();
    Set<String> checked = COLUMNS.getOrDefault(rows.table().name(), Set.of());
    boolean isRounded = !rows.table().equals(CensusTables.ID_FUNNEL);
    for (int column = 0; column < columns.size(); column++) {
      if (checked.contains(columns.get(column).name())) {
        String cell = rows.table().name() + "." + columns.get(column).name();
        for (List<Optional<Object>> row : rows.rows()) {
          long persons = row.get(column).map(Long.class::cast).orElse(0L);
          if (isRounded && persons != rounding.nearest(persons)) {
            faults.add(
                "Invalid cell in %s: no multiple of %d persons".formatted(cell, rounding.base()));
          } else if (persons > 0 && rounding.most(persons) < minCell) {
            faults.add("Invalid cell in %s: below %d persons".formatted(cell, minCell));
          } else if (row.get(column).isPresent() && isSuppressed(columns, row)) {
            faults.add("Invalid cell in %s: shown in a suppressed row".formatted(cell));
          }
        }
      }
    }
    return faults;
  }

  private static boolean isSuppressed(List<SummaryColumn> columns, List<Optional<Object>> row) {
    for (int column = 0; column < columns.size(); column++) {
      if (columns.get(column).name().equals(SUPPRESSED)) {
        return row.get(column).equals(Optional.of(true));
      }
    }
    return false;
  }
}
