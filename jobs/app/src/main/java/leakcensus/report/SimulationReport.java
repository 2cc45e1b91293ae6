package leakcensus.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import leakcensus.simulate.SimulatedCell;

/** Simulated dumps, as text and as JSON. */
public final class SimulationReport {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SimulationReport() {}

  /** The first lines of the text. */
  public static String header() {
    return String.format(
        Locale.ROOT,
        "%n  %-17s %-14s %8s %16s %9s %26s %9s %11s%n",
        "design",
        "law",
        "sampled",
        "persons",
        "answered",
        "holds the truth",
        "error",
        "upper/lower");
  }

  /** One line of the text. */
  public static String line(SimulatedCell cell) {
    return String.format(
        Locale.ROOT,
        "  %-17s %-14s %8s %,16d %8.0f%% %8.1f%% (%5.1f to %5.1f%%) %9s %11s%n",
        cell.design(),
        cell.law(),
        cell.sampledRatio(),
        cell.persons(),
        100 * cell.answered().ratio(),
        100 * cell.coverage().ratio(),
        100 * cell.coverage().lowerRatio(),
        100 * cell.coverage().upperRatio(),
        cell.medianErrorRatio().isPresent()
            ? String.format(Locale.ROOT, "%.1f%%", 100 * cell.medianErrorRatio().getAsDouble())
            : "-",
        cell.medianWidthRatio().isPresent()
            ? String.format(Locale.ROOT, "%.2f", cell.medianWidthRatio().getAsDouble())
            : "-");
  }

  /** The last lines of the text: for each sampled part the worst coverage and medians over laws. */
  public static String medians(List<SimulatedCell> cells) {
    StringBuilder text = new StringBuilder("\n");
    for (double ratio : cells.stream().map(SimulatedCell::sampledRatio).distinct().toList()) {
      List<SimulatedCell> row =
          cells.stream().filter(cell -> cell.sampledRatio() == ratio).toList();
      text.append(
          String.format(
              Locale.ROOT,
              "  sampled %s: holds the truth in %.1f%% of the samples of the worst law; median over"
                  + " laws: error %s, upper/lower %s%n",
              ratio,
              100 * row.stream().mapToDouble(cell -> cell.coverage().ratio()).min().orElseThrow(),
              percent(median(row, SimulatedCell::medianErrorRatio)),
              number(median(row, SimulatedCell::medianWidthRatio))));
    }
    return text.toString();
  }

  /** The rows as JSON. */
  public static ObjectNode json(List<SimulatedCell> cells) {
    ObjectNode result = JSON.createObjectNode();
    ArrayNode list = result.putArray("cells");
    for (SimulatedCell cell : cells) {
      ObjectNode node = list.addObject();
      node.put("design", cell.design());
      node.put("law", cell.law());
      node.put("sampled_ratio", cell.sampledRatio());
      node.put("persons", cell.persons());
      node.put("answered_ratio", cell.answered().ratio());
      node.put("coverage_ratio", cell.coverage().ratio());
      node.put("coverage_lower_ratio", cell.coverage().lowerRatio());
      node.put("coverage_upper_ratio", cell.coverage().upperRatio());
      cell.medianErrorRatio().ifPresent(value -> node.put("median_error_ratio", value));
      cell.medianWidthRatio().ifPresent(value -> node.put("median_width_ratio", value));
    }
    return result;
  }

  private static OptionalDouble median(
      List<SimulatedCell> cells, Function<SimulatedCell, OptionalDouble> value) {
    double[] sorted =
        cells.stream()
            .map(value)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .sorted()
            .toArray();
    return sorted.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2);
  }

  private static String percent(OptionalDouble ratio) {
    return ratio.isPresent()
        ? String.format(Locale.ROOT, "%.1f%%", 100 * ratio.getAsDouble())
        : "-";
  }

  private static String number(OptionalDouble ratio) {
    return ratio.isPresent() ? String.format(Locale.ROOT, "%.2f", ratio.getAsDouble()) : "-";
  }
}
