package leakcensus.source;

/** What is counted of a file while it is read. */
public enum IntakeMeasure {
  /** Records met by framing. */
  RECORDS_READ,
  /** Records handed on. */
  RECORDS_KEPT,
  /** Records in quarantine; the key is the ordinal of the {@link RecordFault}. */
  RECORDS_QUARANTINED,
  /** Position of a record in quarantine; the key is the ordinal of the {@link RecordFault}. */
  QUARANTINE_POSITION,
  /** Bytes inside records. */
  RECORD_BYTES,
  /** Bytes of line ends and blank lines. */
  SEPARATOR_BYTES,
  /** Bytes of byte order marks and header lines. */
  HEADER_BYTES,
  /** Confidence of a charset that was found, in percent; the key is its place in the list. */
  CHARSET,
  /** More than 0 if the file breaks off. */
  PARTIAL,
  /** More than 0 if the file cannot be opened. */
  UNREADABLE,
  /** Records by the bits of their length in bytes, which is the key; none where it is not known. */
  RECORD_LENGTHS,
  /** Records handed on although bytes outside their values are not valid in the charset. */
  RECORDS_WITH_BAD_BYTES,
  /** Records with more or fewer fields than their header, in quarantine or not; delimited text. */
  RECORDS_RAGGED
}
