package leakcensus.estimate.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.SampleDesign;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that R and Python packages print for public count tables, with version and call. */
class ReferenceValuesTest {

  private static final String FILE = "reference.json";
  private static final Map<String, List<PersonEstimate>> ROWS = new TreeMap<>();

  static Stream<Arguments> values() throws IOException {
    return cases()
        .flatMap(
            table ->
                StreamSupport.stream(table.path("results").spliterator(), false)
                    .map(
                        value ->
                            Arguments.of(
                                table.path("case").asText()
                                    + " "
                                    + value.path("package").asText()
                                    + " "
                                    + value.path("call").asText(),
                                table,
                                value)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void agreesWithThePackage(String name, JsonNode table, JsonNode value) {
    PersonEstimate row = row(table, value.path("method").asText());

    assertAgrees(row.persons().orElseThrow(), value, value.path("persons"));
    if (value.has("standard_error")) {
      assertAgrees(
          row.diagnostics().get("standard_error_persons"), value, value.path("standard_error"));
    }
    if (value.has("interval")) {
      assertAgrees(row.lowerPersons().orElseThrow(), value, value.path("interval").path(0));
      assertAgrees(row.upperPersons().orElseThrow(), value, value.path("interval").path(1));
    }
  }

  static Stream<Arguments> expansions() {
    return Stream.of(
        Arguments.of("vegan_bci_pooled", 2, 239.610908412552),
        Arguments.of("vegan_bci_pooled", 5, 256.499230743456),
        Arguments.of("vegan_bci_pooled", 10, 267.65273414355),
        Arguments.of("vegan_bci_pooled", 100, 296.59471202539),
        Arguments.of("vegan_dune_pooled", 2, 30.4375783251068),
        Arguments.of("vegan_dune_pooled", 5, 30.6633769563964),
        Arguments.of("vegan_dune_pooled", 10, 30.7255050117608),
        Arguments.of("vegan_dune_pooled", 100, 30.768108788057));
  }

  /** R: preseqR 4.0.0, ztnb.rSAC(f)(t); persons seen in a sample t times as large. */
  @ParameterizedTest(name = "{0} at {1} times")
  @MethodSource("expansions")
  void expandsLikePreseq(String name, double times, double expected) throws IOException {
    JsonNode table =
        cases().filter(each -> each.path("case").asText().equals(name)).findFirst().orElseThrow();
    PersonEstimate row = row(table, "zt_negbin");
    double mean = row.diagnostics().get("mean_times") * times;
    double dispersion = row.diagnostics().get("shape");

    double seen =
        row.persons().orElseThrow() * -Math.expm1(-Math.log1p(dispersion * mean) / dispersion);

    assertThat(seen).isCloseTo(expected, within(expected * 1e-3));
  }

  private static void assertAgrees(double found, JsonNode value, JsonNode expected) {
    double printed = expected.asDouble();
    double rounding = value.path("rounded_to").asDouble() * 0.501;
    double tolerance = value.path("relative_tolerance").asDouble() * printed;
    assertThat(found).isCloseTo(printed, within(Math.max(rounding, tolerance)));
  }

  private static PersonEstimate row(JsonNode table, String method) {
    return ROWS.computeIfAbsent(table.path("case").asText(), name -> rows(table)).stream()
        .filter(row -> row.method().equals(method))
        .findFirst()
        .orElseThrow();
  }

  private static List<PersonEstimate> rows(JsonNode table) {
    Map<Long, Long> counts = new TreeMap<>();
    table
        .path("frequency_of_frequencies")
        .properties()
        .forEach(row -> counts.put(Long.valueOf(row.getKey()), row.getValue().asLong()));
    DumpSample sample =
        new DumpSample(
            FrequencyOfFrequencies.of(counts),
            table.has("dump_records")
                ? OptionalLong.of(table.path("dump_records").asLong())
                : OptionalLong.empty());
    return AllMethods.of(sample, new SampleDesign.Unknown(), 0.95);
  }

  private static Stream<JsonNode> cases() throws IOException {
    try (InputStream file = ReferenceValuesTest.class.getResourceAsStream(FILE)) {
      return StreamSupport.stream(new ObjectMapper().readTree(file).spliterator(), false);
    }
  }
}
