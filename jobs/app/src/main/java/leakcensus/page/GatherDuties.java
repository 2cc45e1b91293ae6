package leakcensus.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts rows of one law together that differ by the place alone: a law with a number for each of
 * twenty states would fill a page with the same sentence.
 */
final class GatherDuties {

  /** What has to be the same; number, article, deadline and who is told are those of the place. */
  private static final List<String> SAME =
      List.of(
          "regime",
          "title",
          "measure",
          "reached",
          "lower",
          "best",
          "upper",
          "criterion",
          "date_checked");

  private GatherDuties() {}

  /** The rows in their order, each beside those that are like it but for the place. */
  static List<List<TableRow>> of(List<TableRow> duties) {
    Map<List<String>, List<TableRow>> alike = new LinkedHashMap<>();
    for (TableRow duty : duties) {
      alike.computeIfAbsent(key(duty), key -> new ArrayList<>()).add(duty);
    }
    return alike.values().stream()
        .flatMap(rows -> differByPlace(rows) ? Stream.of(rows) : rows.stream().map(List::of))
        .toList();
  }

  /**
   * What such rows do not have in common, such as a deadline, with the places that it holds for.
   *
   * @param format where the places stand ({@code %1$s}) and what holds for them ({@code %2$s})
   */
  static String byPlace(List<TableRow> duties, String format, Function<TableRow, String> what) {
    Map<String, List<String>> places = new LinkedHashMap<>();
    for (TableRow duty : duties) {
      places
          .computeIfAbsent(what.apply(duty), key -> new ArrayList<>())
          .add(duty.text("jurisdiction"));
    }
    return places.entrySet().stream()
        .map(entry -> format.formatted(String.join(", ", entry.getValue()), entry.getKey()))
        .collect(Collectors.joining("; "));
  }

  /** A text of one of the rows that holds for all. */
  static String text(TableRow duty, String column) {
    String place = duty.text("jurisdiction");
    return place.isEmpty()
        ? duty.text(column)
        : duty.text(column).replace(place, "any one of them");
  }

  private static List<String> key(TableRow duty) {
    List<String> key = new ArrayList<>();
    SAME.forEach(column -> key.add(duty.shown(column)));
    key.add(text(duty, "explanation"));
    return key;
  }

  private static boolean differByPlace(List<TableRow> duties) {
    return duties.stream().map(duty -> duty.text("jurisdiction")).distinct().count()
        == duties.size();
  }
}
