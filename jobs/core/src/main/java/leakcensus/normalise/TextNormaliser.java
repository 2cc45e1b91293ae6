package leakcensus.normalise;

/**
 * Normalises names, and text that is compared as a whole such as addresses and birthplaces.
 *
 * <p>A name is valid when it holds a letter; other text, when it holds a letter or a digit.
 */
public final class TextNormaliser implements Normaliser {

  private final TextFolding folding;

  private TextNormaliser(TextFolding folding) {
    this.folding = folding;
  }

  /** A normaliser of full names, given names and surnames. */
  public static TextNormaliser name() {
    return new TextNormaliser(TextFolding.NAME);
  }

  /** A normaliser of addresses, birthplaces and other text. */
  public static TextNormaliser freeText() {
    return new TextNormaliser(TextFolding.TEXT);
  }

  @Override
  public FieldValue normalise(RawValue raw) {
    String folded = folding.fold(raw.text());
    if (NoValue.is(folded)) {
      return FieldValue.ABSENT;
    }
    return isValid(folded) ? new FieldValue.Valid(folded) : new FieldValue.Invalid(folded);
  }

  private boolean isValid(String folded) {
    for (int index = 0; index < folded.length(); ) {
      int codePoint = folded.codePointAt(index);
      if (Character.isLetter(codePoint)
          || folding == TextFolding.TEXT && Character.isDigit(codePoint)) {
        return true;
      }
      index += Character.charCount(codePoint);
    }
    return false;
  }
}
