package leakcensus.normalise;

/**
 * Normalises postal codes to capitals and digits. Valid are 3 to 10 of them with at least one
 * digit; whether the code is in use is not tested.
 */
public final class PostalCodeNormaliser implements Normaliser {

  private static final int LEAST_CHARACTERS = 3;
  private static final int MOST_CHARACTERS = 10;

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
        && PlainCode.digitsOfCode(normal) > 0;
  }
}
