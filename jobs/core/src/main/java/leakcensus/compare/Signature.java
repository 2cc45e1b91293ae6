package leakcensus.compare;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;

/**
 * All that later stages can compare of a mention: keyed comparison forms, no text.
 *
 * <p>For each field that has content there is a token of the whole value, a sorted set of q-grams
 * with the first of the value in front, and a sorted set of variants of which two values share one
 * where they are one edit apart, or hardly more. Beside them stand the keys under which mentions
 * are brought together.
 */
public final class Signature {

  /** What {@link #writeHead} takes. */
  static final int HEAD_BYTES = 4 * Long.BYTES + 4 * Integer.BYTES;

  private static final int TOKEN_WORDS = 2;
  private static final int MAX_FORMS = 0xFF;
  private static final int BAND_BITS = 4;

  private final long id;
  private final long node;
  private final long rank;
  private final int nodeMentions;
  private final int birthYear;
  private final long bands;
  private final long[] keys;
  private final int keysFrom;
  private final int keyCount;
  private final int[] forms;
  private final int formsFrom;
  private final int formCount;

  Signature(long id, long node, long rank, int birthYear, long bands, long[] keys, int[] forms) {
    this(id, node, rank, 1, birthYear, bands, keys, 0, keys.length, forms, 0, forms.length);
  }

  private Signature(
      long id,
      long node,
      long rank,
      int nodeMentions,
      int birthYear,
      long bands,
      long[] keys,
      int keysFrom,
      int keyCount,
      int[] forms,
      int formsFrom,
      int formCount) {
    this.id = id;
    this.node = node;
    this.rank = rank;
    this.nodeMentions = nodeMentions;
    this.birthYear = birthYear;
    this.bands = bands;
    this.keys = keys;
    this.keysFrom = keysFrom;
    this.keyCount = keyCount;
    this.forms = forms;
    this.formsFrom = formsFrom;
    this.formCount = formCount;
  }

  /**
   * Reads the signature at the position of a buffer; its keys and forms stand in arrays that it
   * shares with others.
   */
  static Signature read(ByteBuffer bytes, long[] keys, int keysFrom, int[] forms, int formsFrom) {
    return new Signature(
        bytes.getLong(),
        bytes.getLong(),
        bytes.getLong(),
        bytes.getInt(),
        bytes.getInt(),
        bytes.getLong(),
        keys,
        keysFrom,
        bytes.getInt(),
        forms,
        formsFrom,
        bytes.getInt());
  }

  /** Writes all but keys and forms at the position of a buffer: {@link #HEAD_BYTES}. */
  void writeHead(ByteBuffer bytes) {
    bytes
        .putLong(id)
        .putLong(node)
        .putLong(rank)
        .putInt(nodeMentions)
        .putInt(birthYear)
        .putLong(bands);
    bytes.putInt(keyCount).putInt(formCount);
  }

  void writeKeys(LongBuffer longs) {
    longs.put(keys, keysFrom, keyCount);
  }

  void writeForms(IntBuffer ints) {
    ints.put(forms, formsFrom, formCount);
  }

  int formCount() {
    return formCount;
  }

  /** The same content under its own name, as part of a node. */
  public Signature in(long ownId, long ownNode) {
    return new Signature(
        ownId,
        ownNode,
        rank,
        nodeMentions,
        birthYear,
        bands,
        keys,
        keysFrom,
        keyCount,
        forms,
        formsFrom,
        formCount);
  }

  /** The same content as part of a node of so many mentions. */
  public Signature ofNodeWith(int mentionsOfNode) {
    return new Signature(
        id,
        node,
        rank,
        mentionsOfNode,
        birthYear,
        bands,
        keys,
        keysFrom,
        keyCount,
        forms,
        formsFrom,
        formCount);
  }

  /** The same content with the bands of its values and only some of its keys. */
  public Signature counted(long countedBands, long[] usefulKeys) {
    return new Signature(
        id,
        node,
        rank,
        nodeMentions,
        birthYear,
        countedBands,
        usefulKeys,
        0,
        usefulKeys.length,
        forms,
        formsFrom,
        formCount);
  }

  /**
   * Nobody's signature, each field taken from one of several; it has no blocking key.
   *
   * @param lenders by {@link ComparisonField#ordinal()}, whose value each field has
   * @param ownNode node of the whole
   */
  public static Signature composed(Signature[] lenders, long ownNode) {
    int used = ComparisonField.COUNT;
    for (int field = 0; field < ComparisonField.COUNT; field++) {
      used += lenders[field].length(field);
    }
    int[] composed = new int[used];
    long composedBands = 0;
    int at = ComparisonField.COUNT;
    for (int field = 0; field < ComparisonField.COUNT; field++) {
      Signature lender = lenders[field];
      if (lender.isPresent(field)) {
        int length = lender.length(field);
        System.arraycopy(lender.forms, lender.start(field), composed, at, length);
        composed[field] = lender.header(field) & 0xFFFF | at << 16;
        composedBands = withBand(composedBands, field, lender.band(field));
        at += length;
      }
    }
    int year = lenders[ComparisonField.BIRTH_DATE.ordinal()].birthYear;
    return new Signature(ownNode, ownNode, 0, year, composedBands, new long[0], composed);
  }

  /** Name of the content: mentions of the same content in one node have the same. */
  public long id() {
    return id;
  }

  /** Node of the identity graph that the mention belongs to. */
  public long node() {
    return node;
  }

  /** Place in an unsigned order that no key enters; no two contents should ever share one. */
  public long rank() {
    return rank;
  }

  /** Number of mentions of its node. */
  public int nodeMentions() {
    return nodeMentions;
  }

  /** Year of birth, 0 where unknown. */
  public int birthYear() {
    return birthYear;
  }

  /** The bands of all values, four bits a field. */
  public long bands() {
    return bands;
  }

  /** Number of blocking keys. */
  public int keyCount() {
    return keyCount;
  }

  /** One of the blocking keys; they are in ascending order. */
  public long key(int index) {
    return keys[keysFrom + index];
  }

  /** Whether a field has content. */
  public boolean isPresent(int field) {
    return header(field) != 0;
  }

  /** Token of the whole value of a field that has content. */
  public long token(int field) {
    int at = start(field);
    return (long) forms[at] << 32 | forms[at + 1] & 0xFFFF_FFFFL;
  }

  /** How common the value of a field is: its band of {@link AgreementLevel}. */
  public int band(int field) {
    return band(bands, field);
  }

  /** The band of a field among the bands of all. */
  public static int band(long bands, int field) {
    return (int) (bands >>> BAND_BITS * field) & ((1 << BAND_BITS) - 1);
  }

  /** Bands with one more set; that field's must have been 0. */
  public static long withBand(long bands, int field, int band) {
    return bands | (long) band << BAND_BITS * field;
  }

  int[] forms() {
    return forms;
  }

  int gramsFrom(int field) {
    return start(field) + TOKEN_WORDS;
  }

  int gramsTo(int field) {
    return gramsFrom(field) + (header(field) >>> 8 & MAX_FORMS);
  }

  int variantsTo(int field) {
    return gramsTo(field) + (header(field) & MAX_FORMS);
  }

  private int length(int field) {
    return isPresent(field) ? variantsTo(field) - start(field) : 0;
  }

  private int start(int field) {
    return formsFrom + (header(field) >>> 16);
  }

  private int header(int field) {
    return forms[formsFrom + field];
  }

  /** Packs where the forms of a field start and how many there are. */
  static int header(int start, int grams, int variants) {
    return start << 16 | grams << 8 | variants;
  }

  /** Most grams, and most variants, that a field can have. */
  static int maxForms() {
    return MAX_FORMS;
  }
}
