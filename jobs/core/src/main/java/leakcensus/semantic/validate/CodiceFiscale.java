package leakcensus.semantic.validate;

import java.util.Set;

/**
 * Tax codes of natural persons of Italy: 16 characters with birth date, place and a check letter;
 * digits may be replaced by letters where two persons would share a code.
 *
 * <p>Source: Decreto Ministeriale 23 December 1976 (Gazzetta Ufficiale 345 of 29 December 1976).
 *
 * <p>Checked against: 20 made-up numbers of Faker 40.40.0, locale it_IT.
 */
public final class CodiceFiscale implements PersonIdRule {

  private static final String MONTHS = "ABCDEHLMPRST";
  private static final String DIGIT_LETTERS = "LMNPQRSTUV";

  /** Places of digits, counted from 0. */
  private static final Set<Integer> NUMBERS = Set.of(6, 7, 9, 10, 12, 13, 14);

  private static final int[] ODD_PLACES = {
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
  };

  @Override
  public boolean passes(String value) {
    String text = compact(value);
    if (text.length() != 16 || MONTHS.indexOf(text.charAt(8)) < 0) {
      return false;
    }
    for (int index = 0; index < 15; index++) {
      boolean letter = Characters.isLetter(text.charAt(index));
      boolean known =
          !NUMBERS.contains(index)
              ? letter
              : Characters.isDigit(text.charAt(index))
                  || DIGIT_LETTERS.indexOf(text.charAt(index)) >= 0;
      if (!known) {
        return false;
      }
    }
    return text.charAt(15) == check(text);
  }

  private static char check(String text) {
    int sum = 0;
    for (int index = 0; index < 15; index++) {
      char character = text.charAt(index);
      int place = Characters.isDigit(character) ? character - '0' : character - 'A';
      sum += index % 2 == 0 ? ODD_PLACES[place] : place;
    }
    return (char) ('A' + sum % 26);
  }

  @Override
  public String compact(String value) {
    return Characters.compact(value.strip(), " ");
  }

  @Override
  public double chanceRatio() {
    return 1.0 / 26;
  }
}
