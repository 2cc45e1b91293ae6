package leakcensus.normalise;

import java.util.Objects;

/**
 * A value as the leak holds it. It never prints itself: {@code toString} tells its length and
 * nothing more.
 *
 * @param text the value; may be empty, never null
 */
public record RawValue(String text) {

  public RawValue {
    Objects.requireNonNull(text, "text");
  }

  /** Number of UTF-16 characters. */
  public int length() {
    return text.length();
  }

  @Override
  public String toString() {
    return "RawValue[%d characters]".formatted(length());
  }
}
