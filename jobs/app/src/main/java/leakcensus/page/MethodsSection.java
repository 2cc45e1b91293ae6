package leakcensus.page;

import java.util.List;
import java.util.stream.Stream;
import leakcensus.page.Block.Points;

/** How the numbers come about, and what they cannot say, in plain words. */
final class MethodsSection {

  private MethodsSection() {}

  static Section of(RunTables tables, Texts texts) {
    Section.Builder section = new Section.Builder("methods", texts);
    section.add(
        points(
            texts, "methods.how", "records", "persons", "dump", "interval", "share", "withheld"));
    long roundedTo = tables.run().flatMap(run -> run.whole("persons_rounded_to")).orElse(1L);
    if (roundedTo > 1) {
      section.say("methods.rounded", Figures.count(roundedTo));
    }
    section.add(
        points(texts, "methods.limits", "assumptions", "region", "presence", "certainty", "law"));
    List<Phrase> unknown = Unknowns.of(tables, texts);
    if (!unknown.isEmpty()) {
      section.add(new Points(texts.say("unknown.title"), unknown, false));
    }
    return section.section();
  }

  private static Points points(Texts texts, String title, String... keys) {
    return new Points(
        texts.say(title),
        Stream.of(keys).map(key -> texts.phrase(title + "." + key)).toList(),
        false);
  }
}
