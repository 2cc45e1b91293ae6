package leakcensus.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import leakcensus.synthetic.SyntheticKey.Duplicate;
import leakcensus.synthetic.SyntheticRecord.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RecordLinesTest {

  private final SyntheticRecord delivery = delivery(Fault.NONE);

  @Test
  void quotesCsvCells() {
    RecordLines csv = RecordLines.of(source(LeakFormat.CSV));

    assertThat(csv.header())
        .isEqualTo("name,mobile,email,address,postcode,note,amount,ordered_at,true_entity\n");
    assertThat(text(csv.line(delivery)))
        .isEqualTo("王小明,13912345678,,,310000,\"易碎, \"\"轻放\"\"\\\",12,2019-01-02 03:04:05,42\n");
  }

  @Test
  void wrapsElasticRecords() throws Exception {
    String line = text(RecordLines.of(source(LeakFormat.ELASTIC_JSON_LINES)).line(delivery));

    var json = new ObjectMapper().readTree(line);
    assertThat(json.at("/_index").asText()).isEqualTo("parcels");
    assertThat(json.at("/_id").asText()).isEqualTo("ff");
    assertThat(json.at("/_source/note").asText()).isEqualTo("易碎, \"轻放\"\\");
    assertThat(json.at("/_source/true_entity").isIntegralNumber()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(value = LeakFormat.class, mode = Mode.EXCLUDE, names = "PARQUET")
  void givesBackWhatItWrote(LeakFormat format) {
    String line = text(RecordLines.of(source(format)).line(delivery));

    assertThat(parse(format, line)).isEqualTo(delivery.values());
    assertThat(line).endsWith("\n").doesNotContain("\n\n");
  }

  @ParameterizedTest
  @EnumSource(value = LeakFormat.class, mode = Mode.EXCLUDE, names = "PARQUET")
  void breaksTheShapeOfALine(LeakFormat format) {
    String line = text(RecordLines.of(source(format)).line(delivery(Fault.SHAPE)));

    assertThat(line).containsOnlyOnce("\n").endsWith("\n");
    assertThatThrownBy(() -> parse(format, line)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource(value = LeakFormat.class, mode = Mode.EXCLUDE, names = "PARQUET")
  void spoilsOneByteOfALine(LeakFormat format) {
    byte[] whole = RecordLines.of(source(format)).line(delivery);
    byte[] spoilt = RecordLines.of(source(format)).line(delivery(Fault.BAD_BYTE));

    int first = Arrays.mismatch(whole, spoilt);
    assertThat(spoilt).hasSameSizeAs(whole);
    assertThat(spoilt[first]).isEqualTo((byte) 0xFF);
    assertThat(Arrays.mismatch(whole, first + 1, whole.length, spoilt, first + 1, spoilt.length))
        .isEqualTo(-1);
  }

  @Test
  void rejectsParquet() {
    assertThatThrownBy(() -> RecordLines.of(source(LeakFormat.PARQUET)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid format of source parcels: parquet has no lines");
  }

  private static Map<String, String> parse(LeakFormat format, String line) {
    return switch (format) {
      case CSV -> ParsedLines.csv(line, SourceKind.DELIVERIES);
      case ELASTIC_JSON_LINES -> ParsedLines.json(line, new ObjectMapper(), "/_source");
      default -> ParsedLines.json(line, new ObjectMapper(), "");
    };
  }

  private static SyntheticSource source(LeakFormat format) {
    return Leaks.source("parcels", SourceKind.DELIVERIES, new RecordLaw.One(), format);
  }

  private static SyntheticRecord delivery(Fault fault) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("name", "王小明");
    values.put("mobile", "13912345678");
    values.put("postcode", "310000");
    values.put("note", "易碎, \"轻放\"\\");
    values.put("amount", "12");
    values.put("ordered_at", "2019-01-02 03:04:05");
    values.put("true_entity", "42");
    return new SyntheticRecord(
        new SyntheticKey(0, 42, 0, Duplicate.NONE, 255),
        SourceKind.DELIVERIES,
        values,
        List.of(),
        fault);
  }

  private static String text(byte[] line) {
    return new String(line, StandardCharsets.UTF_8);
  }
}
