package leakcensus.spark.evaluate;

import java.io.Serializable;
import java.util.Optional;

/**
 * What a truth set says of each mention, and in which columns.
 *
 * @param entity column with the true entity
 * @param organisations what tells which entities are organisations; without it all are persons
 */
public record TruthColumns(String entity, Optional<Marked> organisations) {

  /**
   * A column, and what it holds for organisations.
   *
   * @param column name of the column
   * @param value its content, exactly so
   */
  public record Marked(String column, String value) implements Serializable {

    public Marked {
      if (column.isEmpty() || value.isEmpty()) {
        throw new IllegalArgumentException(
            "Invalid mark of organisations: column or value is empty (must be COLUMN=VALUE)");
      }
    }

    /** Reads {@code COLUMN=VALUE}. */
    public static Marked of(String text) {
      int equals = text.indexOf('=');
      return new Marked(text.substring(0, Math.max(0, equals)), text.substring(equals + 1));
    }
  }

  /** Truth of which all entities are persons. */
  public static TruthColumns ofPersons(String entity) {
    return new TruthColumns(entity, Optional.empty());
  }
}
