package leakcensus.report;

/** What a draft of a notification says under a question. */
enum DraftPart {
  NATURE,
  PERSONS,
  RECORDS,
  CONSEQUENCES,
  MEASURES,
  CONTACT,
  UNKNOWN
}
