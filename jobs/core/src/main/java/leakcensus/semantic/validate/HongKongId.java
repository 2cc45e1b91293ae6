package leakcensus.semantic.validate;

/**
 * Identity card numbers of Hong Kong: one or two letters, six digits, a check digit modulo 11,
 * often in brackets, where A stands for ten.
 *
 * <p>Source: Registration of Persons Regulations (Cap. 177A); Immigration Department.
 *
 * <p>Checked against: D288754(2), E364912(5) and AB987654(3), worked through in teaching material;
 * the authority prints no formula.
 */
public final class HongKongId implements PersonIdRule {

  private static final String CHECKS = "0123456789A";

  @Override
  public boolean passes(String value) {
    String text = compact(value);
    int letters = text.length() - 7;
    if (letters < 1 || letters > 2 || !Characters.areDigits(text, letters, letters + 6)) {
      return false;
    }
    // A missing first letter counts as a blank, 36.
    int sum = letters == 1 ? 9 * 36 : 0;
    for (int index = 0; index < letters; index++) {
      if (!Characters.isLetter(text.charAt(index))) {
        return false;
      }
      sum += (7 + letters - index) * (text.charAt(index) - 'A' + 10);
    }
    for (int index = letters; index < letters + 6; index++) {
      sum += (7 + letters - index) * Characters.digit(text, index);
    }
    return CHECKS.charAt((11 - sum % 11) % 11) == text.charAt(letters + 6);
  }

  @Override
  public String compact(String value) {
    return Characters.compact(value.strip(), " -()\uff08\uff09");
  }

  @Override
  public double chanceRatio() {
    return 1.0 / 11;
  }
}
