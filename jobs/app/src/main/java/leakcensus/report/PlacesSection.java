package leakcensus.report;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import leakcensus.report.TableView.Cells;
import leakcensus.spark.table.CensusTables;

/** The part of a summary that says which places persons belong to, and what tells that. */
final class PlacesSection {

  private static final int SHOWN = 5;

  /** What each kind of place comes from, by dimension. */
  private static final Map<String, String> TITLES =
      Map.of(
          "region", "Where the ids were issued (the five with most persons; never residence)",
          "state", "States of the ZIP codes in the records (the five with most persons)",
          "country",
              "Countries of ids, ZIP codes or phones (the five with most persons; never residence)");

  private PlacesSection() {}

  /** Adds the part to a summary, if anybody is placed. */
  static void add(TableView tables, TextLines lines) {
    new TreeMap<>(TITLES)
        .forEach(
            (dimension, title) -> {
              // A place is the same in all populations that list it.
              Set<String> listed = new HashSet<>();
              List<Cells> places =
                  tables
                      .rows(CensusTables.POPULATION_SHARE)
                      .filter(place -> place.text("dimension").equals(dimension))
                      .filter(place -> !place.text("stratum").equals("total"))
                      .filter(place -> seen(place) > 0)
                      .filter(place -> listed.add(place.text("stratum")))
                      .sorted(Comparator.comparingLong(PlacesSection::seen).reversed())
                      .limit(SHOWN)
                      .toList();
              if (!places.isEmpty()) {
                lines.title(title);
                places.forEach(place -> lines.add(line(place)));
                lines.wrap(
                    "  ",
                    "From and to: if persons of no known place are spread as the others are.");
              }
            });
  }

  private static long seen(Cells place) {
    return place.whole("persons_seen").orElse(0L);
  }

  private static String line(Cells place) {
    return String.format(
        Locale.ROOT,
        "  %-22s %13s seen   %s",
        TextLines.shortened(place.text("label"), 22),
        Numbers.count(place.whole("persons_seen")),
        share(place));
  }

  private static String share(Cells place) {
    return place.real("alike_share_upper").isPresent()
        ? Numbers.percent(place.real("alike_share_lower"))
            + " to "
            + Numbers.percent(place.real("alike_share_upper"))
        : Numbers.percent(place.real("share_lower")) + " or more";
  }
}
