package leakcensus.page;

import java.util.List;
import leakcensus.page.Grid.Cell;

/** Tests of how the sample is said to be drawn. */
final class GatesSection {

  private static final int SHOWN = 60;

  private GatesSection() {}

  static Section of(RunTables tables, Texts texts) {
    Section.Builder section = new Section.Builder("gates", texts);
    tables
        .run()
        .ifPresent(
            run -> section.say("gates.design", texts.word("design", run.text("sample_design"))));
    List<TableRow> gates = tables.rows("design_gate");
    if (gates.isEmpty()) {
      return section.say("gates.none").section();
    }
    Grid.Builder grid =
        new Grid.Builder(
            texts,
            texts.say("gates.title"),
            texts.say("head.test"),
            texts.say("head.outcome"),
            texts.say("head.p-value"),
            texts.say("head.explanation"));
    gates.forEach(
        gate ->
            grid.row(
                Cell.head(texts.word("gate", gate.text("gate"))),
                Cell.text(texts.word("outcome", gate.text("outcome"))),
                Cell.number(gate.real("p_value").map(Figures::pValue).orElse("–")),
                Cell.of(texts.quoted(gate.text("explanation")))));
    return section.say("gates.lead").table(grid.first(SHOWN, "design_gate")).section();
  }
}
