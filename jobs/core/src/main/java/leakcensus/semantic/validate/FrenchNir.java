package leakcensus.semantic.validate;

/**
 * Numbers of registration in the French register of natural persons: sex, year, month, department,
 * commune, rank, and a key of two digits modulo 97. In Corsica the department is 2A or 2B.
 *
 * <p>Source: Decret 82-103 of 22 January 1982, article 4; INSEE, definition of the NIR.
 *
 * <p>Checked against: 20 made-up numbers of Faker 40.40.0, locale fr_FR.
 */
public final class FrenchNir implements PersonIdRule {

  private static final String SEXES = "123478";

  @Override
  public boolean passes(String value) {
    String text = compact(value);
    if (text.length() != 15 || SEXES.indexOf(text.charAt(0)) < 0) {
      return false;
    }
    String body = corsica(text);
    if (!Characters.areDigits(body, 15) || !isMonth(Characters.number(body, 3, 5))) {
      return false;
    }
    long number = Long.parseLong(body, 0, 13, 10);
    return 97 - number % 97 == Characters.number(body, 13, 15);
  }

  /** The key is reckoned with 19 for 2A and 18 for 2B. */
  private static String corsica(String text) {
    return switch (text.substring(5, 7)) {
      case "2A" -> text.substring(0, 5) + "19" + text.substring(7);
      case "2B" -> text.substring(0, 5) + "18" + text.substring(7);
      default -> text;
    };
  }

  /** Months above 12 stand for months that are not known. */
  private static boolean isMonth(int month) {
    return month >= 1 && month <= 12 || month >= 20 && month <= 42 || month >= 50;
  }

  @Override
  public String compact(String value) {
    return Characters.compact(value.strip(), " .-");
  }

  @Override
  public double chanceRatio() {
    return 0.01;
  }
}
