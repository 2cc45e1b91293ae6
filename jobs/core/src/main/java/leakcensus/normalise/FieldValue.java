package leakcensus.normalise;

import java.util.Objects;

/**
 * What a normaliser makes of a raw value: nothing, a value that breaks its rule, or a valid one.
 */
public sealed interface FieldValue {

  /** The raw value has no content. */
  Absent ABSENT = new Absent();

  /** Whether the raw value had content. */
  default boolean isPresent() {
    return true;
  }

  /** Whether the content passed the field's rule. */
  default boolean isValid() {
    return true;
  }

  /** The normalised content; empty where the value is absent. */
  String normal();

  /** No content. */
  record Absent() implements FieldValue {

    @Override
    public boolean isPresent() {
      return false;
    }

    @Override
    public boolean isValid() {
      return false;
    }

    @Override
    public String normal() {
      return "";
    }
  }

  /**
   * Content that breaks the field's rule. Never prints its content.
   *
   * @param normal the content, normalised as far as it can be; not empty
   */
  record Invalid(String normal) implements FieldValue {

    public Invalid {
      requireContent(normal);
    }

    @Override
    public boolean isValid() {
      return false;
    }

    @Override
    public String toString() {
      return "Invalid[%d characters]".formatted(normal.length());
    }
  }

  /**
   * Content that passes the field's rule. Never prints its content.
   *
   * @param normal the normalised content; not empty
   */
  record Valid(String normal) implements FieldValue {

    public Valid {
      requireContent(normal);
    }

    @Override
    public String toString() {
      return "Valid[%d characters]".formatted(normal.length());
    }
  }

  /**
   * Content that passes the field's rule without the part that proves it, which was added: an id
   * from before there were check digits with the one that it would have. Never prints its content.
   *
   * @param normal the normalised content; not empty
   */
  record Completed(String normal) implements FieldValue {

    public Completed {
      requireContent(normal);
    }

    @Override
    public String toString() {
      return "Completed[%d characters]".formatted(normal.length());
    }
  }

  private static void requireContent(String normal) {
    Objects.requireNonNull(normal, "normal");
    if (normal.isEmpty()) {
      throw new IllegalArgumentException("Invalid field value: no content (use FieldValue.ABSENT)");
    }
  }
}
