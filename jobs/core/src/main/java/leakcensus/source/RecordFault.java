package leakcensus.source;

import java.util.Locale;

/** Why a record is in quarantine. */
public enum RecordFault {
  /** It is not. */
  NONE("no fault"),
  /** Bytes that the declared charset does not have. */
  BAD_CHARSET("bytes that are not valid in the declared charset: check charset"),
  /** Text that does not follow the format. */
  BAD_SYNTAX("not well formed: broken, cut off, or of another format"),
  /** JSON that is no object. */
  NOT_AN_OBJECT("JSON, but not an object"),
  /** More or fewer fields than the header has. */
  WRONG_FIELD_COUNT("more or fewer fields than the header: check delimiter and quote"),
  /** Longer than the limit. */
  TOO_LONG("longer than read.max-record-bytes"),
  /** The file ends, or its compression breaks, inside the record. */
  TRUNCATED("the file breaks off inside the record");

  private final String meaning;

  RecordFault(String meaning) {
    this.meaning = meaning;
  }

  /** The name in tables, such as {@code bad-charset}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it means and what to check, in a few words. */
  public String meaning() {
    return meaning;
  }
}
