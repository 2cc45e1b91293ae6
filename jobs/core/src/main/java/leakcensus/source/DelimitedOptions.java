package leakcensus.source;

import java.io.Serializable;

/**
 * What delimited text has beyond RFC 4180, or lacks.
 *
 * @param escape character before one that is meant as it stands, or {@link #NO_CHARACTER}
 * @param lineBreaks whether a record may hold line breaks
 * @param raggedRows what becomes of rows with more or fewer fields than the header
 */
public record DelimitedOptions(char escape, LineBreaks lineBreaks, RaggedRows raggedRows)
    implements Serializable {

  /** In place of a quote or escape that the text does not have. */
  public static final char NO_CHARACTER = '\0';

  /** As RFC 4180 has it, each record on a line of its own. */
  public static final DelimitedOptions PLAIN =
      new DelimitedOptions(NO_CHARACTER, LineBreaks.END_RECORDS, RaggedRows.QUARANTINED);

  /** Whether a record may hold line breaks. */
  public enum LineBreaks {
    /** Every line is a record. */
    END_RECORDS,
    /** A line break in quotes or behind the escape is part of its field. */
    IN_FIELDS
  }

  /** What becomes of rows with more or fewer fields than the header. */
  public enum RaggedRows {
    /** They are in quarantine. */
    QUARANTINED,
    /** Missing fields are empty, further ones are not read. */
    KEPT
  }

  /** Whether it is none of the characters that a text is cut at. */
  boolean isEscapeApartFrom(char delimiter, char quote) {
    return escape == NO_CHARACTER
        || (escape != delimiter && escape != quote && escape != '\n' && escape != '\r');
  }
}
