package leakcensus.authenticity;

/** What is counted of values while they are read, mention by mention, to judge them as a whole. */
public enum SignCount {
  /** First digit of the sequence number of a checked id: 0 to 9. */
  SEQUENCE_FIRST_DIGIT(10),
  /** Second digit of the sequence number of a checked id: 0 to 9. */
  SEQUENCE_SECOND_DIGIT(10),
  /** Last digit of the sequence number of a checked id, which tells the sex: 0 to 9. */
  SEQUENCE_LAST_DIGIT(10),
  /** Sex of a checked id against the field of the record: {@link #SAME} or {@link #OTHER}. */
  ID_SEX(2),
  /** Birth date of a checked id against the field: {@link #SAME} or {@link #OTHER}. */
  ID_BIRTH_DATE(2),
  /** Day of the month of birth in a checked id: 1 to 31. */
  ID_BIRTH_DAY(32),
  /** Last digit of a valid phone number: 0 to 9. */
  PHONE_LAST_DIGIT(10),
  /** Pairs of ids of one area code and birth date: {@link #OTHER} are neighbours; all sources. */
  SEQUENCE_PAIRS(2),
  /** Ids by area code and birth date: {@link #OTHER} stand in a crowd; all sources. */
  SEQUENCE_IDS(2);

  /** Cell: id and field say the same; what does not show the sign. */
  public static final int SAME = 0;

  /** Cell: id and field contradict each other; what shows the sign. */
  public static final int OTHER = 1;

  private static final SignCount[] COUNTS = values();

  private final int cells;

  SignCount(int cells) {
    this.cells = cells;
  }

  /** Number of cells, which are numbered from 0. */
  public int cells() {
    return cells;
  }

  /** Cells of all counts together. */
  static int allCells() {
    int sum = 0;
    for (SignCount count : COUNTS) {
      sum += count.cells;
    }
    return sum;
  }

  /** Place of the first cell where the cells of all counts stand in one row. */
  int offset() {
    int offset = 0;
    for (int ordinal = 0; ordinal < ordinal(); ordinal++) {
      offset += COUNTS[ordinal].cells;
    }
    return offset;
  }
}
