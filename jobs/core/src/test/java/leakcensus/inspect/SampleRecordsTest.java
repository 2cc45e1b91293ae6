package leakcensus.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import leakcensus.semantic.ColumnCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleRecordsTest {

  private static final int MOST_RECORDS = 100;

  @ParameterizedTest(name = "{0} records")
  @ValueSource(ints = {0, 1, 99, 100})
  void keepsAllOfAShortFile(int records) {
    SampleRecords sample = sample(records);

    assertThat(sample.held()).isEqualTo(records);
  }

  @ParameterizedTest(name = "{0} records")
  @ValueSource(ints = {101, 200, 201, 1_000, 12_345, 1_000_000})
  void keepsAtLeastHalfOfWhatIsAllowedSpreadOverALongFile(int records) {
    SampleRecords sample = sample(records);

    assertThat(sample.held()).isBetween(MOST_RECORDS / 2, MOST_RECORDS);
    assertThat(sample.records()).isEqualTo(records);
    int stride = 1;
    while ((records + stride - 1) / stride > MOST_RECORDS) {
      stride *= 2;
    }
    assertThat(sample.held()).isEqualTo((records + stride - 1) / stride);
    int last = (records - 1) / stride * stride;
    assertThat(sample.profile().get(0).counts().longestCharacters())
        .isEqualTo(Integer.toString(last).length());
  }

  @Test
  void holdsNoMoreCharactersThanAllowed() {
    SampleRecords sample = new SampleRecords(List.of("note"), 1_000, 10_000);
    for (int number = 0; number < 500; number++) {
      sample.add(List.of("x".repeat(100)));
    }

    assertThat(sample.held()).isBetween(50, 100);
  }

  @Test
  void keepsTheBeginningOfALongValueOnly() {
    SampleRecords sample = new SampleRecords(List.of("note"), 2, 10_000);
    sample.add(List.of("x".repeat(1_000_000)));

    assertThat(sample.profile().get(0).counts().longestCharacters()).isEqualTo(4_000);
  }

  @Test
  void takesShortRecordsAsBlankAndLongOnesInPart() {
    SampleRecords sample = new SampleRecords(List.of("a", "b"));
    sample.add(List.of("1"));
    sample.add(List.of("1", "2", "3"));

    assertThat(sample.profile()).hasSize(2);
    assertThat(sample.profile().get(1).counts()).isEqualTo(new ColumnCounts(1, 1, 1, 1, 1, 1));
  }

  @Test
  void goesPastRecordsThatItDoesNotWant() {
    SampleRecords sample = new SampleRecords(List.of("a"), 2, 1_000);
    int read = 0;
    for (int number = 0; number < 64; number++) {
      if (sample.wantsNext()) {
        sample.add(List.of("v" + number));
        read++;
      } else {
        sample.skip();
      }
    }

    assertThat(sample.records()).isEqualTo(64);
    assertThat(read).isLessThan(10);
    assertThat(sample.held()).isEqualTo(2);
  }

  @Test
  void neverPrintsAValue() {
    SampleRecords sample = new SampleRecords(List.of("Ada Byron"));
    sample.add(List.of("ada@mail.com"));

    assertThat(sample).hasToString("SampleRecords[1 of 1 records]");
  }

  @Test
  void refusesASampleOfOne() {
    assertThatThrownBy(() -> new SampleRecords(List.of("a"), 1, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid size of a sample: 1 records (must be at least 2)");
  }

  private static SampleRecords sample(int records) {
    SampleRecords sample = new SampleRecords(List.of("number"), MOST_RECORDS, Long.MAX_VALUE);
    for (int number = 0; number < records; number++) {
      sample.add(List.of(Integer.toString(number)));
    }
    return sample;
  }
}
