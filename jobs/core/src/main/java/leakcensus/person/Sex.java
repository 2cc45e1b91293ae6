package leakcensus.person;

/** Sex as a record or an identifier states it. */
public enum Sex {
  UNKNOWN,
  MALE,
  FEMALE
}
