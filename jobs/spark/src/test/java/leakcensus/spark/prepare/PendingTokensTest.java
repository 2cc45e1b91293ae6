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
}
