package leakcensus.recirculated;

import java.util.LinkedHashMap;
import java.util.Map;
import leakcensus.synthetic.IndentedJson;

/**
 * What a recirculated file really holds, in the words of the table {@code id_funnel}.
 *
 * @param settings how it was made
 */
public record RecirculatedTruth(RecirculatedSettings settings) {

  /** What is left after each step, by the name of the step. */
  public Map<String, Long> steps() {
    Map<String, Long> steps = new LinkedHashMap<>();
    steps.put("records claimed", settings.rows());
    steps.put("records read", settings.rows());
    steps.put("records kept", settings.keptRows());
    steps.put("different records, normalised", settings.records());
    steps.put("different national ids", settings.ids());
    steps.put("ids of the right shape", settings.shapedIds());
    steps.put("ids with an area code that was ever valid", settings.areaIds());
    steps.put("ids with a birth date of the calendar", settings.datedIds());
    steps.put("ids with a right check digit", settings.checkedIds());
    steps.put("persons with a checked id", settings.checkedIds());
    steps.put("persons of the sample", settings.ids());
    steps.put("persons of the dump", settings.ids());
    return steps;
  }

  /** Valid ids as a share of the population. */
  public double checkedRatio() {
    return (double) settings.checkedIds() / settings.population();
  }

  /** The text of {@code truth.json}, the same for the same truth. */
  public String json() {
    Map<String, Object> steps = new LinkedHashMap<>();
    steps().forEach((step, left) -> steps.put(step, left));
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("seed", settings.seed());
    root.put("population", settings.population());
    root.put("checked_ratio", checkedRatio());
    root.put("steps", steps);
    return IndentedJson.object(root);
  }
}
