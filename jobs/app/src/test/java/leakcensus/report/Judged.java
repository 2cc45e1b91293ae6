package leakcensus.report;

import static leakcensus.report.SmallRun.row;

import java.util.Optional;
import leakcensus.spark.table.CensusTables;

/** A small run whose breach was scored and held against four laws. */
final class Judged {

  static final String NOTICE = "Facts to check with counsel, as of 2026-11-28; no legal advice.";

  private static final Optional<Object> NONE = Optional.empty();

  private Judged() {}

  static SmallRun run() {
    return new SmallRun()
        .with(
            CensusTables.SEVERITY,
            row("dpc", 1.0, 1.0, 4.0, true, "Simple data. Look.", NONE),
            row("ei", 0.75, 0.5, 1.0, true, "A name and a phone.", NONE),
            row("cb_confidentiality", 0.5, 0.5, 0.5, true, "Offered.", NONE),
            row("se", 1.25, 1.0, 4.5, true, "1 x 0.75 + 0.5 = 1.25: low.", "low"))
        .with(
            CensusTables.NOTIFICATION,
            law("gdpr", "EU", "none", NONE, NONE, "not_numeric", "72 hours", "Art. 33"),
            law("china-incident", "CN", "persons", "at-least", 50L, "yes", "4 hours", "Art. 4"),
            law("hipaa", "US", "persons", "at-least", 500L, "no", "60 days", "164.408"),
            law("us-states", "US-TX", "residents", "at-least", 85L, "open", "30 days", "521"));
  }

  static Object[] law(
      String regime,
      String jurisdiction,
      String measure,
      Object operator,
      Object threshold,
      String reached,
      String deadline,
      String article) {
    return row(
        regime,
        jurisdiction,
        measure,
        operator,
        threshold,
        70.0,
        NONE,
        91.0,
        reached,
        deadline,
        article,
        "Leaked.",
        "2026-11-28",
        "Counted.",
        "Authority of " + jurisdiction,
        "A law",
        "Made up",
        NOTICE);
  }
}
