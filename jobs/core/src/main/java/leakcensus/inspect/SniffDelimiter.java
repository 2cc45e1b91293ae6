package leakcensus.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leakcensus.semantic.HeaderLine;
import leakcensus.source.DelimitedOptions;
import leakcensus.source.DelimitedOptions.LineBreaks;
import leakcensus.source.DelimitedOptions.RaggedRows;
import leakcensus.source.FieldNames;
import leakcensus.source.RecordFormat;

/**
 * Finds the dialect of delimited text: the one that cuts most records into the same number of
 * fields, two at least; of several the one that makes most fields, and of these the plainest.
 */
final class SniffDelimiter {

  private static final char[] DELIMITERS = {',', '\t', ';', '|', '^', '~', '\u0001', ':'};
  private static final char[] QUOTES = {'"', '\'', DelimitedOptions.NO_CHARACTER};
  private static final char[] ESCAPES = {DelimitedOptions.NO_CHARACTER, '\\'};

  /** Of the records, to be believed. */
  private static final double LEAST_SHARE = 0.8;

  /** A dialect that is less plain has to cut so many more of the records alike. */
  private static final double WORTH_AN_OPTION = 0.01;

  /** From this part of the records on, short rows are how the text is and no accident. */
  private static final double SHORT_ROWS = 0.01;

  private SniffDelimiter() {}

  static Optional<SniffedFormat> of(String head, boolean isCut) {
    Optional<DelimitedCut> best = Optional.empty();
    for (char delimiter : DELIMITERS) {
      Optional<DelimitedCut> cut = best(head, isCut, delimiter);
      if (cut.isPresent() && (best.isEmpty() || cut.get().fields() > best.get().fields())) {
        best = cut;
      }
    }
    return best.map(SniffDelimiter::format);
  }

  /** The names in the first record of a text, as a configuration names its columns. */
  static List<String> header(RecordFormat.Delimited format, String head) {
    boolean joins = format.joinsLines();
    return DelimitedCut.of(head, true, format.delimiter(), format.quote(), format.options(), joins)
        .map(cut -> FieldNames.of(cut.first()))
        .orElse(List.of());
  }

  private static Optional<DelimitedCut> best(String head, boolean isCut, char delimiter) {
    List<DelimitedCut> cuts = new ArrayList<>();
    for (boolean joinsLines : new boolean[] {false, true}) {
      for (char escape : escapes(head)) {
        for (char quote : QUOTES) {
          if (quote == DelimitedOptions.NO_CHARACTER || head.indexOf(quote) >= 0 || quote == '"') {
            DelimitedCut.of(head, isCut, delimiter, quote, options(escape), joinsLines)
                .ifPresent(cuts::add);
          }
        }
      }
    }
    Optional<DelimitedCut> best = Optional.empty();
    for (DelimitedCut cut : cuts) {
      boolean better =
          best.isEmpty()
              || cut.share() > best.get().share() + WORTH_AN_OPTION
              || cut.needsItsEscape()
                  && !best.get().needsItsEscape()
                  && cut.share() >= best.get().share();
      if (cut.fields() >= 2 && cut.share() >= LEAST_SHARE && better) {
        best = Optional.of(cut);
      }
    }
    return best;
  }

  private static char[] escapes(String head) {
    return head.indexOf('\\') < 0 ? new char[] {DelimitedOptions.NO_CHARACTER} : ESCAPES;
  }

  private static DelimitedOptions options(char escape) {
    return new DelimitedOptions(escape, LineBreaks.END_RECORDS, RaggedRows.QUARANTINED);
  }

  private static SniffedFormat format(DelimitedCut cut) {
    List<String> first = cut.first();
    boolean hasHeader = HeaderLine.namesColumns(first) && first.size() == cut.fields();
    List<String> columns = hasHeader ? List.of() : Layout.unnamed(cut.fields());
    boolean ragged = cut.shortShare() > SHORT_ROWS && cut.longShare() < SHORT_ROWS;
    DelimitedOptions options =
        new DelimitedOptions(
            cut.escape(),
            cut.holdsLineBreaks() ? LineBreaks.IN_FIELDS : LineBreaks.END_RECORDS,
            ragged ? RaggedRows.KEPT : RaggedRows.QUARANTINED);
    return new SniffedFormat(
        new RecordFormat.Delimited(cut.delimiter(), cut.quote(), columns, options),
        cut.share(),
        "%d fields in %.0f %% of the records, %s"
            .formatted(
                cut.fields(),
                100 * cut.share(),
                hasHeader ? "named by the first one" : "not named by the first one"));
  }
}
