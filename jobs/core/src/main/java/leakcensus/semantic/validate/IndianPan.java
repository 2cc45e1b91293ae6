package leakcensus.semantic.validate;

/**
 * Permanent account numbers of India: five letters, of which the fourth tells the kind of holder,
 * four digits, a letter.
 *
 * <p>Errors: how the last letter is reckoned is not published, so it is not checked.
 *
 * <p>Source: Income-tax Act 1961, section 139A; Income Tax Department, note on the structure of
 * PAN.
 */
public final class IndianPan implements PersonIdRule {

  private static final String HOLDERS = "ABCFGHJLPT";
  private static final int[] LETTERS = {0, 1, 2, 3, 4, 9};

  @Override
  public boolean passes(String value) {
    String text = compact(value);
    return text.length() == 10
        && areLetters(text)
        && HOLDERS.indexOf(text.charAt(3)) >= 0
        && Characters.areDigits(text, 5, 9)
        && Characters.number(text, 5, 9) > 0;
  }

  private static boolean areLetters(String text) {
    for (int index : LETTERS) {
      if (!Characters.isLetter(text.charAt(index))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String compact(String value) {
    return Characters.compact(value.strip(), " ");
  }

  @Override
  public double chanceRatio() {
    return 10.0 / 26;
  }
}
