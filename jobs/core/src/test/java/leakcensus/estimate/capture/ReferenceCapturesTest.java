package leakcensus.estimate.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import leakcensus.estimate.PersonEstimate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Holds every estimator against CARE1 and Rcapture on published tables; the file names version and
 * call of each value. The standard errors of CARE1 are those of 200 bootstrap tables, held to 15 %.
 */
class ReferenceCapturesTest {

  @ParameterizedTest(name = "{0} {1}: {5} {6}")
  @CsvFileSource(resources = "reference.csv", numLinesToSkip = 1)
  void agreesWithThePackagesCare1AndRcapture(
      String name,
      String estimator,
      String packageName,
      String version,
      String call,
      String quantity,
      double expected,
      double relativeTolerance) {
    Map<String, Double> computed = computed(ReferenceCaptures.histories(name), estimator);

    double value = computed.get(quantity);

    assertThat(value)
        .as("%s %s %s, %s", packageName, version, call, quantity)
        .isCloseTo(expected, within(relativeTolerance * Math.abs(expected) + 1e-9));
  }

  private static Map<String, Double> computed(CaptureHistories histories, String estimator) {
    if (estimator.startsWith("chapman_pa")) {
      return row(chapman(histories, estimator));
    }
    if (estimator.startsWith("sample_coverage_")) {
      return row(
          coverage(
              histories,
              estimator.replace("Indep", "indep").replace("HSC", "hsc").replace("LSC", "lsc")));
    }
    if (estimator.startsWith("coverage_")) {
      PersonEstimate row = coverage(histories, "sample_coverage");
      return Map.of(
          "coverage_Chat", row.diagnostics().get("coverage_ratio"),
          "coverage_D", row.diagnostics().get("mean_seen_persons"));
    }
    if (estimator.equals("closedp_Mt")) {
      return fit(
          histories, LogLinearModel.independence(histories.lists().size()).fit(histories.counts()));
    }
    if (estimator.equals("closedp_Mth_Chao_LB_")) {
      return fit(histories, new MthChaoModel(histories.lists().size()).fit(histories.counts()));
    }
    if (estimator.equals("multinomial_profile_Mt")) {
      return profile(LogLinearModel.independence(histories.lists().size()), histories);
    }
    if (estimator.equals("multinomial_profile_Mth_Chao")) {
      MthChaoModel model = new MthChaoModel(histories.lists().size());
      LogLinearFit fit = model.fit(histories.counts());
      return profile(model.profile(histories.counts(), fit, 0.95));
    }
    if (estimator.startsWith("[")) {
      return ranked(histories, estimator);
    }
    LogLinearModel model = named(histories, estimator);
    Map<String, Double> values = fit(histories, model.fit(histories.counts()));
    Map<String, Double> profile = profile(model, histories);
    values.put("multinomial_persons", profile.get("persons"));
    values.put("lower_persons", profile.get("lower_persons"));
    values.put("upper_persons", profile.get("upper_persons"));
    return values;
  }

  private static PersonEstimate chapman(CaptureHistories histories, String estimator) {
    int first = position(estimator.charAt(estimator.length() - 2));
    int second = position(estimator.charAt(estimator.length() - 1));
    return ChapmanEstimator.of(histories, first, second, 0.95);
  }

  private static PersonEstimate coverage(CaptureHistories histories, String method) {
    return SampleCoverageEstimator.of(histories, 0.95).stream()
        .filter(row -> row.method().equals(method))
        .findFirst()
        .orElseThrow();
  }

  /** A model such as [13,24,34] with the place it must have in the search. */
  private static Map<String, Double> ranked(CaptureHistories histories, String estimator) {
    int end = estimator.indexOf(']');
    int rank = estimator.charAt(estimator.length() - 1) - '0';
    LogLinearModel model = model(histories, estimator.substring(1, end));
    List<FittedModel> finite =
        SearchModels.of(histories).stream().filter(m -> m.fit().interceptFinite()).toList();
    assertThat(finite.get(rank - 1).model()).isEqualTo(model);
    return fit(histories, finite.get(rank - 1).fit());
  }

  private static LogLinearModel named(CaptureHistories histories, String estimator) {
    return switch (estimator) {
      case "loglinear_indep" -> model(histories, "");
      case "loglinear_PQ" -> model(histories, "12");
      case "loglinear_PQ_PE" -> model(histories, "12,13");
      case "loglinear_all_pairs" -> model(histories, "12,13,23");
      default -> throw new IllegalArgumentException("Unknown estimator: " + estimator);
    };
  }

  private static LogLinearModel model(CaptureHistories histories, String generators) {
    SortedSet<Integer> interactions = new TreeSet<>();
    for (String generator : generators.isEmpty() ? new String[0] : generators.split(",")) {
      int bits = generator.chars().map(digit -> 1 << position((char) digit)).sum();
      for (int set = bits; set > 0; set = (set - 1) & bits) {
        if (Integer.bitCount(set) > 1) {
          interactions.add(set);
        }
      }
    }
    return new LogLinearModel(histories.lists().size(), interactions);
  }

  private static int position(char digit) {
    return digit - '1';
  }

  private static Map<String, Double> row(PersonEstimate row) {
    Map<String, Double> values = new TreeMap<>(row.diagnostics());
    row.persons().ifPresent(persons -> values.put("persons", persons));
    row.lowerPersons().ifPresent(persons -> values.put("lower_persons", persons));
    row.upperPersons().ifPresent(persons -> values.put("upper_persons", persons));
    return values;
  }

  private static Map<String, Double> fit(CaptureHistories histories, LogLinearFit fit) {
    double seen = histories.observedPersons();
    return new TreeMap<>(
        Map.of(
            "persons", seen + fit.unseenPersons(),
            "standard_error_persons", fit.standardErrorPersons(),
            "deviance", fit.deviance(),
            "AIC", fit.akaike(),
            "BIC", fit.schwarz(seen)));
  }

  private static Map<String, Double> profile(LogLinearModel model, CaptureHistories histories) {
    double[] counts = histories.counts();
    return profile(model.profile(counts, model.fit(counts), 0.95));
  }

  private static Map<String, Double> profile(MultinomialProfile profile) {
    return Map.of(
        "persons", profile.persons(),
        "lower_persons", profile.lowerPersons(),
        "upper_persons", profile.upperPersons());
  }
}
