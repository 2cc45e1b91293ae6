package leakcensus.compare;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * All that later stages can compare of a mention: keyed comparison forms, no text.
 *
 * <p>For each field that has content there is a token of the whole value, a sorted set of q-grams
 * with the first of the value in front, and a sorted set of variants of which two values share one
 * where they are one edit apart, or hardly more. Of a field with several values the token and the
 * grams are of one of them, the variants of all, and behind all fields stand the further values:
 * the token of each, its field and its band. Beside them stand the keys under which mentions are
 * brought together.
 */
public final class Signature {

  /** What {@link #writeHead} takes. */
  static final int HEAD_BYTES = 4 * Long.BYTES + 4 * Integer.BYTES;

  private static final int TOKEN_WORDS = 2;
  private static final int MAX_FORMS = 0xFF;
  private static final int BAND_BITS = 4;

  /** Of a further value: two of its token, one of its field and band. */
  private static final int FURTHER_WORDS = TOKEN_WORDS + 1;

  private static final int FURTHER_BAND_SHIFT = 8;
  private static final int FURTHER_COUNT_SHIFT = 24;

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
  private final int furtherCount;

  Signature(long id, long node, long rank, int birthYear, long bands, long[] keys, int[] forms) {
    this(id, node, rank, birthYear, bands, keys, forms, 0);
  }

  Signature(
      long id,
      long node,
      long rank,
      int birthYear,
      long bands,
      long[] keys,
      int[] forms,
      int furtherCount) {
    this(
        id,
        node,
        rank,
        1,
        birthYear,
        bands,
        keys,
        0,
        keys.length,
        forms,
        0,
        forms.length | furtherCount << FURTHER_COUNT_SHIFT);
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
      int counts) {
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
    formCount = counts & (1 << FURTHER_COUNT_SHIFT) - 1;
    furtherCount = counts >>> FURTHER_COUNT_SHIFT;
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
    bytes.putInt(keyCount).putInt(counts());
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

  /** How many forms, and how many further values stand behind them, in one number. */
  private int counts() {
    return formCount | furtherCount << FURTHER_COUNT_SHIFT;
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
        counts());
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
        counts());
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
        counts());
  }

  /** The same content with the bands of its further values, in their order. */
  public Signature withFurtherBands(int[] furtherBands) {
    int[] own = Arrays.copyOfRange(forms, formsFrom, formsFrom + formCount);
    for (int further = 0; further < furtherCount; further++) {
      int at = formCount - FURTHER_WORDS * (furtherCount - further) + TOKEN_WORDS;
      own[at] = furtherField(further) | furtherBands[further] << FURTHER_BAND_SHIFT;
    }
    return new Signature(
        id, node, rank, nodeMentions, birthYear, bands, keys, keysFrom, keyCount, own, 0, counts());
  }

  /**
   * Nobody's signature, each field taken from one of several; it has no blocking key.
   *
   * @param lenders by {@link ComparisonField#ordinal()}, whose value each field has
   * @param ownNode node of the whole
   */
  public static Signature composed(Signature[] lenders, long ownNode) {
    int used = ComparisonField.COUNT;
    int further = 0;
    for (int field = 0; field < ComparisonField.COUNT; field++) {
      used += lenders[field].length(field);
      further += lenders[field].furtherOf(field);
    }
    int[] composed = new int[used + FURTHER_WORDS * further];
    long composedBands = 0;
    int at = ComparisonField.COUNT;
    int furtherAt = used;
    for (int field = 0; field < ComparisonField.COUNT; field++) {
      Signature lender = lenders[field];
      if (lender.isPresent(field)) {
        int length = lender.length(field);
        System.arraycopy(lender.forms, lender.start(field), composed, at, length);
        composed[field] = lender.header(field) & 0xFFFF | at << 16;
        composedBands = withBand(composedBands, field, lender.band(field));
        at += length;
        furtherAt = lender.copyFurther(field, composed, furtherAt);
      }
    }
    int year = lenders[ComparisonField.BIRTH_DATE.ordinal()].birthYear;
    return new Signature(ownNode, ownNode, 0, year, composedBands, new long[0], composed, further);
  }

  private int furtherOf(int field) {
    int found = 0;
    for (int further = 0; further < furtherCount; further++) {
      found += furtherField(further) == field ? 1 : 0;
    }
    return found;
  }

  private int copyFurther(int field, int[] target, int targetAt) {
    int at = targetAt;
    for (int further = 0; further < furtherCount; further++) {
      if (furtherField(further) == field) {
        System.arraycopy(forms, furtherAt(further), target, at, FURTHER_WORDS);
        at += FURTHER_WORDS;
      }
    }
    return at;
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

  /** Number of values beside those that stand for their fields. */
  public int furtherCount() {
    return furtherCount;
  }

  /** Field of a further value. */
  public int furtherField(int further) {
    return forms[furtherAt(further) + TOKEN_WORDS] & (1 << FURTHER_BAND_SHIFT) - 1;
  }

  /** Token of a further value: the same as where it stands for its field. */
  public long furtherToken(int further) {
    int at = furtherAt(further);
    return (long) forms[at] << 32 | forms[at + 1] & 0xFFFF_FFFFL;
  }

  /** How common a further value is: its band of {@link AgreementLevel}. */
  public int furtherBand(int further) {
    return forms[furtherAt(further) + TOKEN_WORDS] >>> FURTHER_BAND_SHIFT;
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

  private int furtherAt(int further) {
    return formsFrom + formCount - FURTHER_WORDS * (furtherCount - further);
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
