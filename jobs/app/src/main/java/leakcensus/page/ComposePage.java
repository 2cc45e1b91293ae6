package leakcensus.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.write.Manifest;

/** Composes the report of a run in one language. The only place that knows its order. */
final class ComposePage {

  private static final List<BiFunction<RunTables, Texts, Section>> SECTIONS =
      List.of(
          ClaimsSection::of,
          NightsSection::of,
          FunnelSection::of,
          CoverageSection::of,
          CombinationsSection::of,
          SharesSection::of,
          PyramidSection::of,
          SeveritySection::of,
          DutiesSection::of,
          AuthenticitySection::of,
          FrequencySection::of,
          EstimatesSection::of,
          GatesSection::of,
          QualitySection::of,
          MethodsSection::of,
          NextSteps::of);

  private ComposePage() {}

  static Page of(List<SummaryRows> published, Manifest manifest, Language language) {
    RunTables tables = new RunTables(published);
    Texts texts = new Texts(language);
    List<Section> sections = new ArrayList<>();
    for (BiFunction<RunTables, Texts, Section> each : SECTIONS) {
      Section section = each.apply(tables, texts);
      if (!section.blocks().isEmpty()) {
        sections.add(section);
      }
    }
    sections.add(ProvenanceSection.of(tables, texts, manifest));
    return new Page(
        language,
        tables
            .run()
            .map(run -> run.text("title"))
            .filter(title -> !title.isEmpty())
            .orElse(texts.say("page.title")),
        tables
            .run()
            .flatMap(run -> texts.date(run.text("finished")))
            .map(date -> texts.say("page.counted", date))
            .orElse(""),
        manifest.runId(),
        FirstScreen.of(tables, texts),
        sections);
  }
}
