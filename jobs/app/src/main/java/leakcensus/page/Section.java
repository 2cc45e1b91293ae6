package leakcensus.page;

import java.util.ArrayList;
import java.util.List;
import leakcensus.page.Block.Paragraph;
import leakcensus.page.Block.TableBlock;

/**
 * A section of the report.
 *
 * @param id its anchor
 * @param title its title
 * @param blocks what stands in it
 */
record Section(String id, String title, List<Block> blocks) {

  Section {
    blocks = List.copyOf(blocks);
  }

  /** Collects the parts of a section. */
  static final class Builder {

    private final String id;
    private final Texts texts;
    private final List<Block> blocks = new ArrayList<>();

    Builder(String id, Texts texts) {
      this.id = id;
      this.texts = texts;
    }

    /** Adds a sentence. */
    Builder say(String key, Object... parts) {
      return add(new Paragraph(texts.phrase(key, parts), ""));
    }

    /** Adds a sentence that must not be overlooked. */
    Builder warn(String key, Object... parts) {
      return add(new Paragraph(texts.phrase(key, parts), "warning"));
    }

    /** Adds a sentence of a table, unless it is empty. */
    Builder quote(String text) {
      return text.isEmpty() ? this : add(new Paragraph(texts.quoted(text), ""));
    }

    /** Adds a table. */
    Builder table(Grid grid) {
      return add(new TableBlock(grid, "stacked", false));
    }

    /** Adds a table that is shown on demand only. */
    Builder folded(Grid grid) {
      return add(new TableBlock(grid, "stacked", true));
    }

    /** Adds a part. */
    Builder add(Block block) {
      blocks.add(block);
      return this;
    }

    /** The section. */
    Section section() {
      return new Section(id, texts.say("section." + id), blocks);
    }
  }
}
