package leakcensus.page;

import java.util.ArrayList;
import java.util.List;
import leakcensus.page.Block.Fact;
import leakcensus.page.Block.Facts;
import leakcensus.page.Grid.Cell;
import leakcensus.spark.write.Manifest;

/** Where the numbers come from: version, fingerprints, times and hashes. */
final class ProvenanceSection {

  private static final List<String> COLUMNS =
      List.of(
          "version",
          "spark_version",
          "started",
          "finished",
          "configuration_fingerprint",
          "key_id",
          "sample_design",
          "sources",
          "files",
          "records_read");

  private ProvenanceSection() {}

  static Section of(RunTables tables, Texts texts, Manifest manifest) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(texts.say("provenance.run_id"), manifest.runId()));
    facts.add(new Fact(texts.say("provenance.content_hash"), manifest.contentHash()));
    tables
        .run()
        .ifPresent(
            run -> {
              COLUMNS.forEach(
                  column ->
                      facts.add(new Fact(texts.say("provenance." + column), run.shown(column))));
              facts.add(
                  new Fact(
                      texts.say("provenance.bytes"), Figures.bytes(run.whole("bytes").orElse(0L))));
            });
    Grid.Builder grid =
        new Grid.Builder(
            texts,
            texts.say("provenance.tables"),
            texts.say("head.table"),
            texts.say("head.rows"),
            "SHA-256");
    manifest
        .tables()
        .forEach(
            table ->
                grid.row(
                    Cell.head(table.file()),
                    Cell.number(table.rows() < 0 ? "–" : Figures.count(table.rows())),
                    new Cell(table.sha256(), "hash", "")));
    return new Section.Builder("provenance", texts)
        .say("provenance.lead")
        .add(new Facts(facts))
        .folded(grid.all())
        .section();
  }
}
