package leakcensus.normalise;

/**
 * Normalises national ids whose rule is not known here to capitals and digits.
 *
 * <p>Valid means a plausible shape and nothing more: 5 to 32 letters and digits, at least 4 digits,
 * not one character repeated. No check digit is tested.
 */
public final class OpaqueIdNormaliser implements Normaliser {

  private static final int LEAST_CHARACTERS = 5;
  private static final int MOST_CHARACTERS = 32;
  private static final int LEAST_DIGITS = 4;

  @Override
  public FieldValue normalise(RawValue raw) {
    String folded = TextFolding.TEXT.fold(raw.text());
    if (NoValue.is(folded)) {
      return FieldValue.ABSENT;
    }
    String normal = PlainCode.compact(folded);
    return isValid(normal) ? new FieldValue.Valid(normal) : new FieldValue.Invalid(normal);
  }

  private static boolean isValid(String normal) {
    return normal.length() >= LEAST_CHARACTERS
        && normal.length() <= MOST_CHARACTERS
        && PlainCode.digitsOfCode(normal) >= LEAST_DIGITS
        && varies(normal);
  }

  private static boolean varies(String normal) {
    for (int index = 1; index < normal.length(); index++) {
      if (normal.charAt(index) != normal.charAt(0)) {
        return true;
      }
    }
    return false;
  }
}
