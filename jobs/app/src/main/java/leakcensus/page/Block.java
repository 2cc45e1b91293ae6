package leakcensus.page;

import java.util.List;
import java.util.Optional;

/** A part of a section. */
sealed interface Block {

  /** Name of the part of the template that draws it. */
  String kind();

  /**
   * A paragraph.
   *
   * @param phrase its text
   * @param look {@code warning}, {@code small}, or empty
   */
  record Paragraph(Phrase phrase, String look) implements Block {

    @Override
    public String kind() {
      return "paragraph";
    }
  }

  /**
   * A list of points.
   *
   * @param title what they have in common; empty for nothing
   * @param phrases the points
   * @param ordered whether their order matters
   */
  record Points(String title, List<Phrase> phrases, boolean ordered) implements Block {

    public Points {
      phrases = List.copyOf(phrases);
    }

    @Override
    public String kind() {
      return "points";
    }
  }

  /**
   * A table.
   *
   * @param grid the table
   * @param look {@code stacked} where a narrow screen shows a row as a list, {@code heat} for a
   *     heat map
   * @param folded whether it is shown on demand only
   */
  record TableBlock(Grid grid, String look, boolean folded) implements Block {

    @Override
    public String kind() {
      return "table";
    }
  }

  /**
   * Bars or intervals in rows, on one scale.
   *
   * @param title what they show
   * @param alternative what they show, for who cannot see them
   * @param axis numbers at the left end, the middle and the right end; empty where each row has its
   *     own
   * @param legend what the marks mean
   * @param bars the rows
   * @param folded further rows, shown on demand only
   * @param foldedTitle what the further rows are
   * @param grid the numbers
   */
  record Bars(
      String title,
      String alternative,
      List<String> axis,
      List<Legend> legend,
      List<Bar> bars,
      List<Bar> folded,
      String foldedTitle,
      Grid grid)
      implements Block {

    public Bars {
      axis = List.copyOf(axis);
      legend = List.copyOf(legend);
      bars = List.copyOf(bars);
      folded = List.copyOf(folded);
    }

    @Override
    public String kind() {
      return "bars";
    }
  }

  /**
   * A row of bars.
   *
   * @param label what it stands for
   * @param value its number
   * @param look {@code chosen}, {@code reference}, or empty
   * @param marks what is drawn, from left to right
   * @param opposite what is drawn on the left of the middle, if the row has two sides
   * @param oppositeValue its number
   */
  record Bar(
      Phrase label,
      String value,
      String look,
      List<Mark> marks,
      Optional<List<Mark>> opposite,
      String oppositeValue) {

    public Bar {
      marks = List.copyOf(marks);
    }

    /** A row with one side. */
    static Bar of(String label, String value, String look, List<Mark> marks) {
      return new Bar(Phrase.of(label), value, look, marks, Optional.empty(), "");
    }
  }

  /**
   * A mark of a row.
   *
   * @param shape {@code fill}, {@code outline}, {@code whisker}, {@code dot} or {@code arrow}
   * @param from left end, thousandths of the row
   * @param to right end, thousandths of the row
   */
  record Mark(String shape, long from, long to) {

    /** Width in thousandths of the row. */
    public long width() {
      return to - from;
    }
  }

  /**
   * What a mark means.
   *
   * @param shape shape of the mark
   * @param text its meaning
   */
  record Legend(String shape, String text) {}

  /**
   * Points and a line over two axes.
   *
   * @param title what it shows
   * @param alternative what it shows, for who cannot see it
   * @param legend what the marks mean
   * @param axisX name of the horizontal axis
   * @param axisY name of the vertical axis
   * @param ticksX ticks of the horizontal axis
   * @param ticksY ticks of the vertical axis
   * @param dots the points
   * @param line the line, as the attribute {@code points} of a polyline
   * @param grid the numbers
   */
  record Plot(
      String title,
      String alternative,
      List<Legend> legend,
      String axisX,
      String axisY,
      List<Tick> ticksX,
      List<Tick> ticksY,
      List<Dot> dots,
      String line,
      Grid grid)
      implements Block {

    public Plot {
      legend = List.copyOf(legend);
      ticksX = List.copyOf(ticksX);
      ticksY = List.copyOf(ticksY);
      dots = List.copyOf(dots);
    }

    @Override
    public String kind() {
      return "plot";
    }
  }

  /**
   * A tick.
   *
   * @param at where it is
   * @param text its number
   */
  record Tick(long at, String text) {}

  /**
   * A point.
   *
   * @param x from the left
   * @param y from the top
   */
  record Dot(long x, long y) {}

  /**
   * Names and their values.
   *
   * @param facts the pairs
   */
  record Facts(List<Fact> facts) implements Block {

    public Facts {
      facts = List.copyOf(facts);
    }

    @Override
    public String kind() {
      return "facts";
    }
  }

  /**
   * A name and its value.
   *
   * @param name the name
   * @param value the value
   */
  record Fact(String name, String value) {}
}
