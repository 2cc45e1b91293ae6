package leakcensus.page;

import java.util.ArrayList;
import java.util.List;
import leakcensus.page.Block.Bar;
import leakcensus.page.Block.Bars;
import leakcensus.page.Grid.Cell;

/** From records to persons, step by step. */
final class FunnelSection {

  private static final int SHOWN = 100;

  private FunnelSection() {}

  static Section of(RunTables tables, Texts texts) {
    Section.Builder section = new Section.Builder("funnel", texts);
    List<TableRow> steps = tables.rows("id_funnel");
    if (steps.isEmpty()) {
      return section.say("funnel.none").section();
    }
    Marks scale =
        Marks.upTo(steps.stream().mapToDouble(row -> row.real("left").orElse(0.0)).max().orElse(0));
    List<Bar> bars = new ArrayList<>();
    for (TableRow step : steps.subList(0, Math.min(SHOWN, steps.size()))) {
      bars.add(
          Bar.of(
              texts.word("step", step.text("name")),
              step.real("left").isPresent()
                  ? Intervals.numbers(texts, step, "left")
                  : texts.say("withheld"),
              "",
              step.real("left").map(left -> List.of(scale.bar(left))).orElse(List.of())));
    }
    TableRow first = steps.get(0);
    TableRow last = steps.get(steps.size() - 1);
    return section
        .say("funnel.lead")
        .add(
            new Bars(
                texts.say("funnel.title"),
                texts.say(
                    "funnel.alternative",
                    first.whole("left").map(Figures::count).orElse(texts.say("withheld")),
                    texts.word("step", first.text("name")),
                    last.whole("left").map(Figures::count).orElse(texts.say("withheld")),
                    texts.word("step", last.text("name"))),
                List.of(),
                List.of(),
                bars,
                List.of(),
                "",
                grid(texts, steps)))
        .section();
  }

  private static Grid grid(Texts texts, List<TableRow> steps) {
    Withheld cells = new Withheld(texts);
    Grid.Builder grid =
        new Grid.Builder(
            texts,
            texts.say("funnel.title"),
            texts.say("head.step"),
            texts.say("head.left"),
            texts.say("head.to-previous"),
            texts.say("head.to-claim"),
            texts.say("head.to-population"));
    steps.forEach(
        step ->
            grid.row(
                Cell.head(texts.word("step", step.text("name"))),
                cells.persons(step, "left"),
                cells.percent(step, "ratio_to_previous"),
                cells.percent(step, "ratio_to_claim"),
                cells.percent(step, "ratio_to_population")));
    return grid.first(SHOWN, "id_funnel");
  }
}
