package leakcensus.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import leakcensus.simulate.LinkageCell;
import leakcensus.simulate.LinkageSetting;
import leakcensus.simulate.SimulateLinkage;

/** Simulated linkage errors, as text and as JSON. */
public final class LinkageSimulationReport {

  private static final ObjectMapper JSON = new ObjectMapper();

  private LinkageSimulationReport() {}

  /** Runs a simulation and prints it, text line by line. */
  public static void print(PrintWriter out, SimulateLinkage simulation, boolean json) {
    if (json) {
      out.print(RunJson.text(json(simulation.run(LinkageSetting.all(), cell -> {}))) + "\n");
    } else {
      out.print(header());
      simulation.run(
          LinkageSetting.all(),
          cell -> {
            out.print(line(cell));
            out.flush();
          });
    }
    out.flush();
  }

  private static String header() {
    return String.format(
        Locale.ROOT,
        "%n  Each of four rows: part of the samples whose interval holds the truth, median error,"
            + " median upper/lower, part with an upper end.%n"
            + "  as linked, corrected: pairs; set, set_linked: the selected estimate of the dump;"
            + " bound: cv0_lower_bound_linked below the truth.%n%n"
            + "  %-13s %7s %8s %7s %6s %-8s %15s | %-26s | %-26s | %5s | %-26s | %-26s%n",
        "law",
        "sampled",
        "records",
        "false",
        "missed",
        "by",
        "household",
        "as linked",
        "corrected",
        "bound",
        "set",
        "set_linked");
  }

  private static String line(LinkageCell cell) {
    LinkageSetting setting = cell.setting();
    return String.format(
        Locale.ROOT,
        "  %-13s %7s %8.0f %7s %6s %-8s %6.0f (%6.0f) | %s | %s | %4.0f%% | %s | %s%n",
        setting.law().name(),
        setting.sampledRatio(),
        setting.sampleRecords(),
        setting.falseRatio(),
        setting.missedRatio(),
        setting.missing().name().toLowerCase(Locale.ROOT),
        setting.householdPairs(),
        setting.statedHouseholdPairs(),
        worth(cell.birthday()),
        worth(cell.birthdayLinked()),
        100 * cell.lowerBoundLinked().ratio(),
        worth(cell.headline()),
        worth(cell.headlineLinked()));
  }

  private static String worth(LinkageCell.Worth worth) {
    return String.format(
        Locale.ROOT,
        "%5.1f%% %6s %6s %4.0f%%",
        100 * worth.coverage().ratio(),
        percent(worth.medianErrorRatio()),
        worth.medianWidthRatio().isPresent()
            ? String.format(Locale.ROOT, "%.2f", worth.medianWidthRatio().getAsDouble())
            : "-",
        100 * worth.boundedRatio());
  }

  private static String percent(OptionalDouble ratio) {
    return ratio.isPresent()
        ? String.format(Locale.ROOT, "%.1f%%", 100 * ratio.getAsDouble())
        : "-";
  }

  private static ObjectNode json(List<LinkageCell> cells) {
    ObjectNode result = JSON.createObjectNode();
    ArrayNode list = result.putArray("cells");
    for (LinkageCell cell : cells) {
      LinkageSetting setting = cell.setting();
      ObjectNode node = list.addObject();
      node.put("law", setting.law().name());
      node.put("sampled_ratio", setting.sampledRatio());
      node.put("sample_records", setting.sampleRecords());
      node.put("false_ratio", setting.falseRatio());
      node.put("missed_ratio", setting.missedRatio());
      node.put("missing", setting.missing().name().toLowerCase(Locale.ROOT));
      node.put("decoy_pairs", setting.decoyPairs());
      node.put("planted_pairs", setting.plantedPairs());
      node.put("household_pairs", setting.householdPairs());
      node.put("stated_household_pairs", setting.statedHouseholdPairs());
      node.put("persons", cell.persons());
      node.put("even_persons", cell.evenPersons());
      node.put("lower_bound_coverage_ratio", cell.lowerBoundLinked().ratio());
      worth(node.putObject("as_linked"), cell.birthday());
      worth(node.putObject("corrected"), cell.birthdayLinked());
      worth(node.putObject("set"), cell.headline());
      worth(node.putObject("set_linked"), cell.headlineLinked());
    }
    return result;
  }

  private static void worth(ObjectNode node, LinkageCell.Worth worth) {
    node.put("coverage_ratio", worth.coverage().ratio());
    node.put("coverage_lower_ratio", worth.coverage().lowerRatio());
    node.put("coverage_upper_ratio", worth.coverage().upperRatio());
    node.put("bounded_ratio", worth.boundedRatio());
    worth.medianErrorRatio().ifPresent(value -> node.put("median_error_ratio", value));
    worth.medianWidthRatio().ifPresent(value -> node.put("median_width_ratio", value));
  }
}
