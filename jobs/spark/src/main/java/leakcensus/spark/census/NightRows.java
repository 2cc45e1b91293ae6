package leakcensus.spark.census;

import java.util.List;
import java.util.OptionalDouble;
import leakcensus.night.Night;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryRows;

/** Rows of the table of nights. */
public final class NightRows {

  private NightRows() {}

  /** The rows of a series, none where there is none. */
  public static SummaryRows of(List<Night> nights, String runId) {
    SummaryRows rows = new SummaryRows(CensusTables.NIGHT, runId);
    for (int i = 0; i < nights.size(); i++) {
      Night night = nights.get(i);
      Night before = i == 0 ? nothing(night) : nights.get(i - 1);
      rows.add(
          (long) night.number(),
          night.runId(),
          night.finished(),
          night.files(),
          night.bytes(),
          night.recordsRead(),
          night.recordsKept(),
          night.mentions(),
          night.files() - before.files(),
          night.recordsKept() - before.recordsKept(),
          night.method(),
          night.persons(),
          night.lowerPersons(),
          finite(night.upperPersons()),
          night.personsAdded(before),
          night.lowerPersonsAdded(before),
          finite(night.upperPersonsAdded(before)));
    }
    return rows;
  }

  private static Night nothing(Night first) {
    return new Night(0, "", "", 0, 0, 0, 0, 0, first.method(), 0, 0, 0);
  }

  private static OptionalDouble finite(double persons) {
    return Double.isFinite(persons) ? OptionalDouble.of(persons) : OptionalDouble.empty();
  }
}
