package leakcensus.page;

import java.util.List;

/**
 * The report of a run before it is HTML or Markdown.
 *
 * @param language language of its texts
 * @param title name of the leak, or of the tool where it has none
 * @param counted date of the count in words; empty where it is not known
 * @param run id of the run
 * @param cards what is to be known first
 * @param sections the rest, in the order of reading
 */
record Page(
    Language language,
    String title,
    String counted,
    String run,
    List<Card> cards,
    List<Section> sections) {

  Page {
    cards = List.copyOf(cards);
    sections = List.copyOf(sections);
  }

  /**
   * An answer on the first screen.
   *
   * @param question what is asked
   * @param answer the answer, short
   * @param lines what belongs to it
   * @param ordered whether the lines are steps
   * @param look {@code main} for the number that is looked for first, or empty
   * @param marks an interval to draw; empty for none
   */
  record Card(
      String question,
      String answer,
      List<Phrase> lines,
      boolean ordered,
      String look,
      List<Block.Mark> marks) {

    Card {
      lines = List.copyOf(lines);
      marks = List.copyOf(marks);
    }
  }
}
