package leakcensus.page;

import java.util.List;
import java.util.stream.Collectors;
import leakcensus.page.Block.Bars;
import leakcensus.page.Block.Facts;
import leakcensus.page.Block.Paragraph;
import leakcensus.page.Block.Plot;
import leakcensus.page.Block.Points;
import leakcensus.page.Block.TableBlock;
import leakcensus.page.Page.Card;

/**
 * Writes the report as Markdown; charts are their sentence and their numbers. Names of sources come
 * from a configuration, so no character of a text is markup.
 */
final class RenderMarkdown {

  private final StringBuilder text = new StringBuilder();

  private RenderMarkdown() {}

  static String of(Page page) {
    RenderMarkdown markdown = new RenderMarkdown();
    markdown.write(page);
    return markdown.text.toString();
  }

  private void write(Page page) {
    text.append("# ").append(MarkdownText.escaped(page.title())).append("\n\n");
    if (!page.counted().isEmpty()) {
      paragraph(page.counted());
    }
    paragraph(new Texts(page.language()).say("page.run") + " " + page.run());
    page.cards().forEach(this::write);
    page.sections().forEach(this::write);
  }

  private void write(Card card) {
    text.append("**").append(MarkdownText.escaped(card.question())).append("**");
    if (!card.answer().isEmpty()) {
      text.append(" ").append(MarkdownText.escaped(card.answer()));
    }
    text.append("\n\n");
    list(card.lines(), card.ordered());
  }

  private void write(Section section) {
    text.append("## ").append(MarkdownText.escaped(section.title())).append("\n\n");
    section.blocks().forEach(this::write);
  }

  private void write(Block block) {
    if (block instanceof Paragraph paragraph) {
      paragraph(paragraph.phrase().text());
    } else if (block instanceof Points points) {
      if (!points.title().isEmpty()) {
        paragraph(points.title());
      }
      list(points.phrases(), points.ordered());
    } else if (block instanceof TableBlock table) {
      grid(table.grid());
    } else if (block instanceof Bars bars) {
      paragraph(bars.alternative());
      grid(bars.grid());
    } else if (block instanceof Plot plot) {
      paragraph(plot.alternative());
      grid(plot.grid());
    } else if (block instanceof Facts facts) {
      facts
          .facts()
          .forEach(
              fact ->
                  text.append("- ")
                      .append(MarkdownText.escaped(fact.name()))
                      .append(": ")
                      .append(MarkdownText.escaped(fact.value()))
                      .append('\n'));
      text.append('\n');
    }
  }

  private void paragraph(String paragraph) {
    text.append(MarkdownText.escaped(paragraph)).append("\n\n");
  }

  private void list(List<Phrase> phrases, boolean ordered) {
    for (int i = 0; i < phrases.size(); i++) {
      text.append(ordered ? (i + 1) + ". " : "- ");
      text.append(MarkdownText.escaped(phrases.get(i).text())).append('\n');
    }
    text.append('\n');
  }

  private void grid(Grid grid) {
    paragraph(grid.caption());
    row(grid.heads());
    text.append("|").append(" --- |".repeat(grid.heads().size())).append('\n');
    grid.rows().forEach(row -> row(row.stream().map(Grid.Cell::text).toList()));
    text.append('\n');
    if (!grid.note().isEmpty()) {
      paragraph(grid.note());
    }
  }

  private void row(List<String> cells) {
    text.append(
            cells.stream()
                .map(MarkdownText::escaped)
                .collect(Collectors.joining(" | ", "| ", " |")))
        .append('\n');
  }
}
