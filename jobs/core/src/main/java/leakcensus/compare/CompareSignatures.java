package leakcensus.compare;

/**
 * Compares two mentions by their signatures: the {@link AgreementPattern} of the pair.
 *
 * <p>Given name and surname are compared in the order that agrees better, since registers swap
 * them; the order itself is no evidence, as a swap says nothing of whether two people are one. The
 * thresholds are on the Dice coefficient of bigrams (L. R. Dice 1945, Ecology 26, 297-302).
 */
public final class CompareSignatures {

  private static final int GIVEN_NAME = ComparisonField.GIVEN_NAME.ordinal();
  private static final int SURNAME = ComparisonField.SURNAME.ordinal();

  private CompareSignatures() {}

  /** The pattern of a pair; the same in either order. */
  public static long pattern(Signature left, Signature right) {
    long pattern = names(left, right);
    pattern = AgreementPattern.with(pattern, ComparisonField.BIRTH_DATE, birthDate(left, right));
    pattern = with(pattern, left, right, ComparisonField.NATIONAL_ID, 2, 2, 2);
    pattern = with(pattern, left, right, ComparisonField.PHONE, 2, 2, 2);
    pattern = email(pattern, left, right);
    pattern = with(pattern, left, right, ComparisonField.ADDRESS, 0.85, 0.65, 0.45);
    pattern = with(pattern, left, right, ComparisonField.POSTAL_CODE, 2, 0.6, 2);
    if (!AgreementLevel.isExact(AgreementPattern.level(pattern, ComparisonField.POSTAL_CODE))) {
      // One postal code is one locality, and its band the locality's: that says nothing twice.
      pattern = with(pattern, left, right, ComparisonField.LOCALITY, 2, 0.6, 0.4);
    }
    pattern = with(pattern, left, right, ComparisonField.SEX, 2, 2, 2);
    return with(pattern, left, right, ComparisonField.BIRTHPLACE, 2, 0.6, 0.4);
  }

  /** Addresses made of one name are alike as the names are: that says nothing twice. */
  private static long email(long pattern, Signature left, Signature right) {
    long compared = with(pattern, left, right, ComparisonField.EMAIL, 2, 0.8, 2);
    int level = AgreementPattern.level(compared, ComparisonField.EMAIL);
    boolean alike = level == AgreementLevel.NEAR || level == AgreementLevel.SIMILAR;
    boolean namesAgree =
        isClose(AgreementPattern.level(pattern, ComparisonField.GIVEN_NAME))
            && isClose(AgreementPattern.level(pattern, ComparisonField.SURNAME));
    return alike && namesAgree ? pattern : compared;
  }

  private static long with(
      long pattern,
      Signature left,
      Signature right,
      ComparisonField compared,
      double near,
      double similar,
      double weak) {
    int field = compared.ordinal();
    if (!left.isPresent(field) || !right.isPresent(field)) {
      return pattern;
    }
    int level = level(left, field, right, field, near, similar, weak);
    if (left.furtherCount() + right.furtherCount() > 0) {
      level = Math.min(level, sharedLevel(left, right, field));
    }
    return AgreementPattern.with(pattern, compared, level);
  }

  /** Of several values one that both have says that they agree; of those the rarest. */
  private static int sharedLevel(Signature left, Signature right, int field) {
    int level = AgreementLevel.DIFFERENT;
    if (holds(right, field, left.token(field))) {
      level = AgreementLevel.EXACT + left.band(field);
    }
    for (int further = 0; further < left.furtherCount(); further++) {
      if (left.furtherField(further) == field && holds(right, field, left.furtherToken(further))) {
        level = Math.min(level, AgreementLevel.EXACT + left.furtherBand(further));
      }
    }
    return level;
  }

  private static boolean holds(Signature mention, int field, long token) {
    if (mention.token(field) == token) {
      return true;
    }
    for (int further = 0; further < mention.furtherCount(); further++) {
      if (mention.furtherField(further) == field && mention.furtherToken(further) == token) {
        return true;
      }
    }
    return false;
  }

  private static int level(
      Signature left,
      int leftField,
      Signature right,
      int rightField,
      double near,
      double similar,
      double weak) {
    if (left.token(leftField) == right.token(rightField)) {
      return AgreementLevel.EXACT + left.band(leftField);
    }
    if (shareVariant(left, leftField, right, rightField)) {
      return AgreementLevel.NEAR;
    }
    double dice = similar > 1 && near > 1 ? 0 : dice(left, leftField, right, rightField);
    if (dice >= near) {
      return AgreementLevel.NEAR;
    }
    if (dice >= similar) {
      return AgreementLevel.SIMILAR;
    }
    return dice >= weak ? AgreementLevel.WEAK : AgreementLevel.DIFFERENT;
  }

  private static long names(Signature left, Signature right) {
    int given = name(left, GIVEN_NAME, right, GIVEN_NAME);
    int surname = name(left, SURNAME, right, SURNAME);
    if (!AgreementLevel.isExact(given) || !AgreementLevel.isExact(surname)) {
      int swappedGiven = name(left, GIVEN_NAME, right, SURNAME);
      int swappedSurname = name(left, SURNAME, right, GIVEN_NAME);
      boolean agrees = isClose(swappedGiven) || isClose(swappedSurname);
      if (agrees && merit(swappedGiven) + merit(swappedSurname) > merit(given) + merit(surname)) {
        // By content and not by side, so that either order of the pair gives one pattern.
        given = Math.min(swappedGiven, swappedSurname);
        surname = Math.max(swappedGiven, swappedSurname);
      }
    }
    return AgreementPattern.with(
        AgreementPattern.with(0, ComparisonField.GIVEN_NAME, given),
        ComparisonField.SURNAME,
        surname);
  }

  private static boolean isClose(int level) {
    return level >= AgreementLevel.EXACT && level <= AgreementLevel.NEAR;
  }

  private static int merit(int level) {
    if (AgreementLevel.isExact(level)) {
      return 4;
    }
    return switch (level) {
      case AgreementLevel.NEAR -> 3;
      case AgreementLevel.SIMILAR -> 2;
      case AgreementLevel.DIFFERENT -> -1;
      default -> 0;
    };
  }

  private static int name(Signature left, int leftField, Signature right, int rightField) {
    if (!left.isPresent(leftField) || !right.isPresent(rightField)) {
      return AgreementLevel.MISSING;
    }
    int level = level(left, leftField, right, rightField, 2, 0.6, 0.4);
    return level > AgreementLevel.SIMILAR && isInitial(left, leftField, right, rightField)
        ? AgreementLevel.SIMILAR
        : level;
  }

  /** Whether one name is a single letter and the other begins with it. */
  private static boolean isInitial(Signature left, int leftField, Signature right, int rightField) {
    int leftGrams = left.gramsTo(leftField) - left.gramsFrom(leftField);
    int rightGrams = right.gramsTo(rightField) - right.gramsFrom(rightField);
    boolean single = leftGrams == ComparisonForms.GRAMS_OF_ONE_LETTER;
    single |= rightGrams == ComparisonForms.GRAMS_OF_ONE_LETTER;
    return single
        && left.forms()[left.gramsFrom(leftField)] == right.forms()[right.gramsFrom(rightField)];
  }

  private static int birthDate(Signature left, Signature right) {
    int field = ComparisonField.BIRTH_DATE.ordinal();
    if (!left.isPresent(field) || !right.isPresent(field)) {
      return AgreementLevel.MISSING;
    }
    boolean whole = isWholeDate(left, field) && isWholeDate(right, field);
    if (whole && left.token(field) == right.token(field)) {
      return AgreementLevel.EXACT + left.band(field);
    }
    if (shareVariant(left, field, right, field)) {
      return AgreementLevel.NEAR;
    }
    return whole ? birthDateParts(left, right, field) : birthDateInPart(left, right, field);
  }

  private static boolean isWholeDate(Signature mention, int field) {
    return mention.gramsTo(field) - mention.gramsFrom(field) == ComparisonForms.PARTS_OF_DATE;
  }

  /**
   * By what both dates tell, the year and perhaps the month: alike at most, for a year is no birth
   * date, however few share it.
   */
  private static int birthDateInPart(Signature left, Signature right, int field) {
    int leftAt = left.gramsFrom(field);
    int rightAt = right.gramsFrom(field);
    if (left.forms()[leftAt] != right.forms()[rightAt]) {
      return AgreementLevel.DIFFERENT;
    }
    boolean monthsKnown = left.gramsTo(field) - leftAt > 1 && right.gramsTo(field) - rightAt > 1;
    return monthsKnown && left.forms()[leftAt + 1] != right.forms()[rightAt + 1]
        ? AgreementLevel.WEAK
        : AgreementLevel.SIMILAR;
  }

  /** By year, month and day. */
  private static int birthDateParts(Signature left, Signature right, int field) {
    int[] leftForms = left.forms();
    int[] rightForms = right.forms();
    int leftAt = left.gramsFrom(field);
    int rightAt = right.gramsFrom(field);
    boolean years = leftForms[leftAt] == rightForms[rightAt];
    boolean months = leftForms[leftAt + 1] == rightForms[rightAt + 1];
    boolean days = leftForms[leftAt + 2] == rightForms[rightAt + 2];
    boolean swapped =
        leftForms[leftAt + 1] == rightForms[rightAt + 2]
            && leftForms[leftAt + 2] == rightForms[rightAt + 1];
    if (years && swapped) {
      return AgreementLevel.NEAR;
    }
    if (years ? months || days : months && days) {
      return AgreementLevel.SIMILAR;
    }
    return Math.abs(left.birthYear() - right.birthYear()) <= 1
        ? AgreementLevel.WEAK
        : AgreementLevel.DIFFERENT;
  }

  private static boolean shareVariant(
      Signature left, int leftField, Signature right, int rightField) {
    return common(
            left.forms(),
            left.gramsTo(leftField),
            left.variantsTo(leftField),
            right.forms(),
            right.gramsTo(rightField),
            right.variantsTo(rightField),
            1)
        > 0;
  }

  private static double dice(Signature left, int leftField, Signature right, int rightField) {
    // The first gram stands in front of the sorted set, and once more inside it.
    int leftFrom = left.gramsFrom(leftField) + 1;
    int rightFrom = right.gramsFrom(rightField) + 1;
    int leftTo = left.gramsTo(leftField);
    int rightTo = right.gramsTo(rightField);
    int all = leftTo - leftFrom + rightTo - rightFrom;
    int common =
        common(
            left.forms(), leftFrom, leftTo, right.forms(), rightFrom, rightTo, Integer.MAX_VALUE);
    return all == 0 ? 0 : 2.0 * common / all;
  }

  /** How many numbers two sorted ranges share; stops once that many are found. */
  private static int common(
      int[] left, int leftFrom, int leftTo, int[] right, int rightFrom, int rightTo, int enough) {
    int found = 0;
    int leftAt = leftFrom;
    int rightAt = rightFrom;
    while (leftAt < leftTo && rightAt < rightTo && found < enough) {
      int one = left[leftAt];
      int other = right[rightAt];
      // Sums and no branches: which of two hashes is larger no processor can foretell.
      found += one == other ? 1 : 0;
      leftAt += one <= other ? 1 : 0;
      rightAt += one >= other ? 1 : 0;
    }
    return found;
  }
}
