package leakcensus.normalise;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Normalises Chinese resident ids to digits and a capital X.
 *
 * <p>Blanks, hyphens and the apostrophe of spreadsheet exports are dropped. Valid is what {@link
 * ResidentId#step} finds valid; 15 digits, which no check digit guards, only if asked for. Content
 * of another shape is kept as folded text.
 */
public final class ResidentIdNormaliser implements Normaliser {

  private final IdStep[] accepted;
  private final int lastBirthDate;
  private final FifteenDigitIds fifteenDigits;

  private ResidentIdNormaliser(LocalDate lastBirthDate, IdStep... accepted) {
    this(FifteenDigitIds.SEPARATE, lastBirthDate, accepted);
  }

  private ResidentIdNormaliser(
      FifteenDigitIds fifteenDigits, LocalDate lastBirthDate, IdStep... accepted) {
    this.fifteenDigits = fifteenDigits;
    this.lastBirthDate = ResidentId.packed(lastBirthDate);
    this.accepted = accepted;
  }

  /** Accepts 18 characters, with birth dates to {@link ResidentId#LAST_BIRTH_DATE}. */
  public static ResidentIdNormaliser eighteenCharacters() {
    return eighteenCharacters(ResidentId.LAST_BIRTH_DATE);
  }

  /** Accepts 18 characters, with birth dates to the one given. */
  public static ResidentIdNormaliser eighteenCharacters(LocalDate lastBirthDate) {
    return new ResidentIdNormaliser(lastBirthDate, IdStep.VALID_18);
  }

  /** Accepts 15 digits as well, with birth dates to {@link ResidentId#LAST_BIRTH_DATE}. */
  public static ResidentIdNormaliser acceptingFifteenDigits() {
    return acceptingFifteenDigits(ResidentId.LAST_BIRTH_DATE);
  }

  /** Accepts 15 digits as well, with birth dates to the one given. */
  public static ResidentIdNormaliser acceptingFifteenDigits(LocalDate lastBirthDate) {
    return new ResidentIdNormaliser(lastBirthDate, IdStep.VALID_18, IdStep.VALID_15);
  }

  /**
   * Accepts 15 digits as well, as the 18 characters that replaced them, see {@link
   * ResidentId#upgraded}.
   */
  public static ResidentIdNormaliser upgradingFifteenDigits() {
    return new ResidentIdNormaliser(
        FifteenDigitIds.UPGRADE, ResidentId.LAST_BIRTH_DATE, IdStep.VALID_18);
  }

  @Override
  public FieldValue normalise(RawValue raw) {
    IdStep step = ResidentId.step(raw.text(), lastBirthDate);
    if (step != IdStep.NOT_AN_ID_SHAPE) {
      return judged(raw.text(), step);
    }

    String folded = TextFolding.TEXT.fold(raw.text());
    if (NoValue.is(folded)) {
      return FieldValue.ABSENT;
    }
    String normal = compact(folded);
    return judged(normal, ResidentId.step(normal, lastBirthDate));
  }

  private FieldValue judged(String normal, IdStep step) {
    if (step == IdStep.VALID_15 && fifteenDigits == FifteenDigitIds.UPGRADE) {
      Optional<String> upgraded = ResidentId.upgraded(normal);
      if (upgraded.isPresent()) {
        return new FieldValue.Completed(upgraded.get());
      }
    }
    return isAccepted(step) ? new FieldValue.Valid(normal) : new FieldValue.Invalid(normal);
  }

  private boolean isAccepted(IdStep step) {
    for (IdStep candidate : accepted) {
      if (candidate == step) {
        return true;
      }
    }
    return false;
  }

  private static String compact(String folded) {
    for (int index = 0; index < folded.length(); index++) {
      if (!isDigit(folded.charAt(index))) {
        return compactFrom(folded, index);
      }
    }
    return folded;
  }

  private static String compactFrom(String folded, int unchanged) {
    StringBuilder kept = new StringBuilder(folded.length()).append(folded, 0, unchanged);
    for (int index = unchanged; index < folded.length(); index++) {
      char character = folded.charAt(index);
      if (isDigit(character)) {
        kept.append(character);
      } else if (character == 'x') {
        kept.append('X');
      } else if (character != ' ' && character != '-' && character != '\'') {
        return folded;
      }
    }
    return kept.toString();
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
