package leakcensus.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the numbers of a run do not say. */
final class Unknowns {

  private Unknowns() {}

  static List<Phrase> of(RunTables tables, Texts texts) {
    List<Phrase> unknown = new ArrayList<>();
    Optional<TableRow> dump = tables.selected("dump");
    if (dump.isEmpty() || !dump.get().flag("identifiable")) {
      unknown.add(texts.phrase("unknown.dump"));
    }
    dump.filter(row -> !row.text("needed").isEmpty())
        .ifPresent(row -> unknown.add(texts.quoted(row.text("needed"))));
    tables
        .run()
        .ifPresent(
            run -> {
              add(unknown, texts, "unknown.thin", run.whole("unattributable_mentions"));
              add(unknown, texts, "unknown.organisations", run.whole("organisation_mentions"));
              add(unknown, texts, "unknown.quarantine", run.whole("records_quarantined"));
            });
    unknown.add(texts.phrase("unknown.unreachable"));
    return unknown;
  }

  private static void add(List<Phrase> unknown, Texts texts, String key, Optional<Long> count) {
    count
        .filter(value -> value > 0)
        .ifPresent(value -> unknown.add(texts.phrase(key, Figures.count(value))));
  }
}
