package leakcensus.semantic;

import java.util.List;
import leakcensus.normalise.RawValue;

/** A value as the tests look at it. It never prints itself. */
final class SampledValue {

  private static final int MOST_CHARACTERS = 2_000;

  private final String text;
  private final String folded;
  private final List<String> words;

  private SampledValue(String text) {
    this.text = text;
    this.folded = FoldedText.of(text);
    this.words = List.of(folded.split("[^\\p{L}\\p{N}']+"));
  }

  /** A value, of which the beginning suffices. */
  static SampledValue of(String value) {
    String text = value.strip();
    return new SampledValue(text.substring(0, Math.min(text.length(), MOST_CHARACTERS)));
  }

  String text() {
    return text;
  }

  /** Without case and marks. */
  String folded() {
    return folded;
  }

  /** Runs of letters, digits and apostrophes, folded; an empty one may come first. */
  List<String> words() {
    return words;
  }

  RawValue raw() {
    return new RawValue(text);
  }

  /** Whether all characters are Han, and at least one is there. */
  boolean isHan() {
    return !text.isEmpty() && text.codePoints().allMatch(Character::isIdeographic);
  }

  boolean hasHan() {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }

  @Override
  public String toString() {
    return raw().toString();
  }
}
