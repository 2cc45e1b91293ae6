package leakcensus.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import leakcensus.person.PersonField;
import leakcensus.synthetic.SourceTally.Count;
import org.junit.jupiter.api.Test;

class SyntheticTruthTest {

  private static final int PERSONS = 8_000;

  private final SyntheticLeak leak = new SyntheticLeak(Leaks.noisy(PERSONS));
  private final SyntheticTruth truth = SyntheticTruth.of(leak);

  /** Counts again from the bytes of the files alone. */
  @Test
  void agreesWithARecountOfTheLines() throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    Map<Long, Long> mentions = new HashMap<>();
    long[] records = new long[3];
    long[] unreadable = new long[3];
    Set<String> seenLines = new HashSet<>();
    long repeatedLines = 0;
    long registerIds = 0;
    long invalidIds = 0;
    for (SyntheticRecord record : Leaks.records(leak)) {
      int source = record.key().source();
      SyntheticSource settings = leak.settings().sources().get(source);
      byte[] line = RecordLines.of(settings).line(record);
      Map<String, String> columns;
      records[source]++;
      try {
        columns = parse(settings, utf8(line), mapper);
      } catch (CharacterCodingException | IllegalArgumentException fault) {
        unreadable[source]++;
        continue;
      }
      if (settings.format() != LeakFormat.ELASTIC_JSON_LINES && !seenLines.add(utf8(line))) {
        repeatedLines++;
      }
      if (settings.kind() == SourceKind.PERSONS && columns.containsKey("id_no")) {
        registerIds++;
        invalidIds += isValid(columns.get("id_no").strip()) ? 0 : 1;
      }
      columns.forEach(
          (column, text) -> {
            if (column.startsWith("true_entity")) {
              mentions.merge(Long.valueOf(text), 1L, Long::sum);
            }
          });
    }

    for (int source = 0; source < 3; source++) {
      SourceTally tally = truth.sources().get(source);
      assertThat(tally.count(Count.RECORDS)).isEqualTo(records[source]);
      assertThat(tally.count(Count.MISSHAPEN_RECORDS) + tally.count(Count.BAD_BYTE_RECORDS))
          .isEqualTo(unreadable[source])
          .isPositive();
    }
    assertThat(truth.samplePersons()).isEqualTo(mentions.size());
    Map<Long, Long> frequencies = new TreeMap<>();
    mentions.values().forEach(number -> frequencies.merge(number, 1L, Long::sum));
    assertThat(truth.frequencies()).isEqualTo(frequencies);
    assertThat(
            truth.sources().get(0).count(Count.REPEATED_RECORDS)
                + truth.sources().get(1).count(Count.REPEATED_RECORDS))
        .isEqualTo(repeatedLines)
        .isPositive();
    assertThat(truth.sources().get(0).present(0, PersonField.NATIONAL_ID)).isEqualTo(registerIds);
    assertThat(truth.sources().get(0).count(Count.INVALID_IDS)).isEqualTo(invalidIds).isPositive();
  }

  @Test
  void addsUpOverSources() {
    long mentions =
        truth.frequencies().entrySet().stream()
            .mapToLong(entry -> entry.getKey() * entry.getValue())
            .sum();

    assertThat(mentions).isEqualTo(truth.total(Count.MENTIONS));
    assertThat(truth.overlap().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(truth.samplePersons());
    assertThat(truth.overlap()).containsKeys("parcels", "register+parcels+reports");
    assertThat(truth.samplePersons()).isLessThanOrEqualTo(truth.dump().persons());
  }

  @Test
  void addsUpOverRecords() {
    SourceTally left = SourceTally.empty(SourceKind.DELIVERIES);
    SourceTally right = SourceTally.empty(SourceKind.DELIVERIES);
    Leaks.records(leak).stream()
        .filter(record -> record.key().source() == 1)
        .forEach(record -> (record.key().person() % 2 == 0 ? left : right).add(record, leak));

    assertThat(left.plus(right)).isEqualTo(truth.sources().get(1));
    assertThat(SourceTally.of(SourceKind.DELIVERIES, left.toArray())).isEqualTo(left);
  }

  @Test
  void writesItselfAsJson() throws Exception {
    JsonNode json = new ObjectMapper().readTree(TruthJson.text(truth));

    assertThat(json.at("/population_persons").asLong()).isEqualTo(PERSONS);
    assertThat(json.at("/dump/persons").asLong()).isEqualTo(truth.dump().persons());
    assertThat(json.at("/dump/records").asLong()).isEqualTo(truth.dump().records());
    assertThat(json.at("/sample/persons").asLong()).isEqualTo(truth.samplePersons());
    assertThat(json.at("/sample/records").asLong()).isEqualTo(truth.total(Count.RECORDS));
    assertThat(json.at("/sample/persons_by_mentions/1").asLong())
        .isEqualTo(truth.frequencies().get(1L));
    assertThat(json.at("/sample/persons_by_sources/parcels").asLong())
        .isEqualTo(truth.overlap().get("parcels"));
    assertThat(json.at("/sources/reports/present/suspect/national-id").asLong())
        .isEqualTo(truth.sources().get(2).present(1, PersonField.NATIONAL_ID));
    assertThat(json.at("/sources/reports/junk_phones").asLong())
        .isEqualTo(truth.sources().get(2).count(Count.JUNK_PHONES));
  }

  private static Map<String, String> parse(
      SyntheticSource source, String line, ObjectMapper mapper) {
    return switch (source.format()) {
      case JSON_LINES -> ParsedLines.json(line, mapper, "");
      case ELASTIC_JSON_LINES -> ParsedLines.json(line, mapper, "/_source");
      case CSV -> ParsedLines.csv(line, source.kind());
      case PARQUET -> throw new AssertionError();
    };
  }

  private static String utf8(byte[] line) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
  }

  private static boolean isValid(String id) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum = 2 * (sum + Character.digit(id.charAt(i), 10)) % 11;
    }
    int check = id.charAt(17) == 'X' || id.charAt(17) == 'x' ? 10 : id.charAt(17) - '0';
    return (sum + check) % 11 == 1;
  }
}
