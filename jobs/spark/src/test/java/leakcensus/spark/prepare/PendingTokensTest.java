package leakcensus.spark.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import leakcensus.person.MentionBlock;
import leakcensus.person.PersonField;
import leakcensus.person.PersonRows;
import leakcensus.pseudonym.TokenKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PendingTokensTest {

  private static final int MENTIONS = 7;

  private static PendingTokens tokens(int key) {
    return new PendingTokens(
        TokenKey.of("sixteen bytes %02d".formatted(key).getBytes(StandardCharsets.US_ASCII)));
  }

  private static MentionBlock block(int mentions) {
    MentionBlock block = new MentionBlock(mentions);
    for (int row = 0; row < mentions; row++) {
      block.append(0, 0, row, 0);
    }
    return block;
  }

  private static long birthBits(long token) {
    return PersonRows.birthDate(PersonRows.withBirthDate(0, token));
  }

  /** By a hash of 30 bits two of them would be equal, with any key in 49 of 50. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void keepsAllDatesOfBirthApartInWhatPersonsKnowOfThem(int key) {
    List<LocalDate> dates = LocalDate.of(1850, 1, 1).datesUntil(LocalDate.of(2101, 1, 1)).toList();
    PendingTokens tokens = tokens(key);
    MentionBlock block = block(dates.size());
    for (int row = 0; row < dates.size(); row++) {
      tokens.addField(row, PersonField.BIRTH_DATE, dates.get(row).toString());
    }

    tokens.seal(block);

    Set<Long> known = new HashSet<>();
    for (int row = 0; row < dates.size(); row++) {
      known.add(birthBits(block.token(row, PersonField.BIRTH_DATE)));
    }
    assertThat(known).hasSize(dates.size()).doesNotContain(0L);
  }

  @Test
  void givesEqualDatesEqualTokensWhereverTheyStandAndWhateverIsBetween() {
    PendingTokens tokens = tokens(1);
    MentionBlock block = block(MENTIONS);
    int entry = block.further().append(4, PersonField.BIRTH_DATE, 1, 0);
    String[] values = {"1980-01-02", "1980-01-03", "1980-01-02", "1980", "unknown-01"};
    for (int row = 0; row < values.length; row++) {
      tokens.addField(row, PersonField.FULL_NAME, "1980-01-02");
      tokens.addField(row, PersonField.BIRTH_DATE, values[row]);
    }
    tokens.addFurther(entry, PersonField.BIRTH_DATE, "1980-01-02");
    tokens.seal(block);
    long first = block.token(0, PersonField.BIRTH_DATE);

    tokens.clear();
    MentionBlock later = block(1);
    tokens.addField(0, PersonField.BIRTH_DATE, "1980-01-02");
    tokens.seal(later);

    assertThat(block.token(2, PersonField.BIRTH_DATE)).isEqualTo(first);
    assertThat(block.further().token(entry)).isEqualTo(first);
    assertThat(later.token(0, PersonField.BIRTH_DATE)).isEqualTo(first);
    Set<Long> different = new HashSet<>();
    for (int row = 0; row < values.length; row++) {
      different.add(block.token(row, PersonField.BIRTH_DATE));
      assertThat(block.token(row, PersonField.FULL_NAME))
          .isEqualTo(block.token(0, PersonField.FULL_NAME));
    }
    assertThat(different).hasSize(values.length - 1).doesNotContain(0L);
  }

  @Test
  void hidesDatesByTheKey() {
    long[] of = new long[2];
    for (int key = 0; key < of.length; key++) {
      PendingTokens tokens = tokens(key);
      MentionBlock block = block(1);
      tokens.addField(0, PersonField.BIRTH_DATE, "1980-01-02");
      tokens.seal(block);
      of[key] = birthBits(block.token(0, PersonField.BIRTH_DATE));
    }

    assertThat(of[0]).isNotEqualTo(of[1]).isNotEqualTo(19_800_104L);
  }

  @Test
  void givesOneTextOtherTokensInOtherFieldsAndInRecords() {
    PendingTokens tokens = tokens(1);
    MentionBlock block = block(1);
    tokens.beginRecord();
    for (int sequence = 0; sequence < 2; sequence++) {
      tokens.append("Zoë Müller");
      tokens.endSequence();
    }
    for (PersonField field : PersonField.values()) {
      tokens.addField(0, field, "Zoë Müller");
    }
    tokens.addRecord(0);

    tokens.seal(block);

    Set<Long> different = new HashSet<>(Set.of(block.exactToken(0), block.contentToken(0)));
    for (PersonField field : PersonField.values()) {
      different.add(block.token(0, field));
    }
    assertThat(different).hasSize(PersonField.COUNT + 2);
  }

  @Test
  void tellsRecordsApartByTextsOrderBordersAndEmptyPlaces() {
    PendingTokens tokens = tokens(1);
    List<List<String>> sequences =
        List.of(
            List.of(),
            List.of(""),
            List.of("a"),
            List.of("a", ""),
            List.of("", "a"),
            List.of("a", "b"),
            List.of("b", "a"),
            List.of("ab"),
            List.of("SLOT", "a", "b"),
            List.of("a", "SLOT", "b"),
            List.of("a", "FURTHER", "b"),
            List.of("a", "FURTHER"));
    MentionBlock block = block(2 * sequences.size());
    for (int row = 0; row < block.size(); row++) {
      tokens.beginRecord();
      for (int sequence = 0; sequence < 2; sequence++) {
        sequences.get(row % sequences.size()).forEach(item -> append(item, tokens));
        tokens.endSequence();
      }
      tokens.addRecord(row);
    }

    tokens.seal(block);

    Set<Long> different = new HashSet<>();
    for (int row = 0; row < sequences.size(); row++) {
      int again = row + sequences.size();
      assertThat(block.exactToken(again)).isEqualTo(block.exactToken(row));
      assertThat(block.contentToken(again)).isEqualTo(block.contentToken(row));
      different.add(block.exactToken(row));
      different.add(block.contentToken(row));
    }
    assertThat(different).hasSize(2 * sequences.size()).doesNotContain(0L);
  }

  @Test
  void dropsARecordThatWasNotEnded() {
    PendingTokens tokens = tokens(1);
    MentionBlock block = block(2);
    writeRecord(0, tokens);
    tokens.beginRecord();
    tokens.append("left");
    tokens.endSequence();
    tokens.append("open");
    writeRecord(1, tokens);

    tokens.seal(block);

    assertThat(block.exactToken(1)).isEqualTo(block.exactToken(0));
    assertThat(block.contentToken(1)).isEqualTo(block.contentToken(0));
  }

  @Test
  void countsEmptyPlacesAmongWhatTakesMemory() {
    PendingTokens tokens = tokens(1);
    tokens.beginRecord();
    for (int place = 0; place < 1_000; place++) {
      tokens.append("");
    }

    assertThat(tokens.valueBytes()).isEqualTo(4_000);
    tokens.clear();
    assertThat(tokens.valueBytes()).isZero();
  }

  /**
   * What is kept under a lasting key holds such tokens. Where these come out otherwise, what older
   * states have kept has to be refused: count {@code KeptLayout} up, then change them here.
   */
  @Test
  void makesTheTokensOfTheLayoutThatIsKept() {
    PendingTokens tokens = tokens(1);
    MentionBlock block = block(1);
    writeRecord(0, tokens);
    tokens.addField(0, PersonField.FULL_NAME, "ann");
    tokens.addField(0, PersonField.ADDRESS, "上海市浦东新区");
    tokens.addField(0, PersonField.BIRTH_DATE, "1980-01-02");

    tokens.seal(block);

    assertThat(
            List.of(
                Long.toHexString(block.exactToken(0)),
                Long.toHexString(block.contentToken(0)),
                Long.toHexString(block.token(0, PersonField.FULL_NAME)),
                Long.toHexString(block.token(0, PersonField.ADDRESS)),
                Long.toHexString(block.token(0, PersonField.BIRTH_DATE))))
        .containsExactly(
            "a7c4418cd1e39646",
            "b47b2bd80c245db4",
            "4cd2691496af340",
            "b31755e46fcb8ee9",
            "77a36df701336020");
  }

  private static void writeRecord(int row, PendingTokens tokens) {
    tokens.beginRecord();
    tokens.append("Ann");
    tokens.append("");
    tokens.endSequence();
    tokens.appendSlot();
    tokens.append("ann");
    tokens.appendFurther();
    tokens.append("anne");
    tokens.endSequence();
    tokens.addRecord(row);
  }

  private static void append(String item, PendingTokens tokens) {
    switch (item) {
      case "SLOT" -> tokens.appendSlot();
      case "FURTHER" -> tokens.appendFurther();
      default -> tokens.append(item);
    }
  }
}
