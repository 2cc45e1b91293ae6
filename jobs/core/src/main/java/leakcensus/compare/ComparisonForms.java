package leakcensus.compare;

import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;
import leakcensus.pseudonym.KeyedNumbers;
import leakcensus.pseudonym.KeyedPermutation;
import leakcensus.pseudonym.TokenKey;

/**
 * The comparison forms of one mention while they are being put together, field by field in order.
 *
 * <p>Every form is hashed without a key first and goes through a keyed permutation then, so that
 * two forms are equal under one key exactly if they are under another.
 */
final class ComparisonForms {

  /** The first gram, and the two grams of a padded single letter. */
  static final int GRAMS_OF_ONE_LETTER = 3;

  /** Year, month and day. */
  static final int PARTS_OF_DATE = 3;

  /** Longer values are compared by their beginning only. */
  private static final int LONGEST_TEXT = 120;

  private static final char PAD = '_';
  private static final int DOMAINS_OF_FIELD = 4;

  private final KeyedPermutation permutation;
  private final KeyedNumbers numbers;
  private final EditHashes edits = new EditHashes();
  private final LongArrayList pool = new LongArrayList();
  private final LongArrayList edited = new LongArrayList();
  private long[] tokens = new long[ComparisonField.COUNT];
  private int[] tokensAt = new int[ComparisonField.COUNT];
  private int[] forms = new int[1 << 10];
  private int tokenCount;
  private int further;
  private int used;
  private int field;
  private int start;
  private int grams;
  private int variants;
  private int domain;

  ComparisonForms(TokenKey key) {
    permutation = new KeyedPermutation(key);
    numbers = new KeyedNumbers(key);
    clear();
  }

  /** Forgets all forms. */
  void clear() {
    Arrays.fill(forms, 0, ComparisonField.COUNT, 0);
    used = ComparisonField.COUNT;
    tokenCount = 0;
    further = 0;
    pool.clear();
  }

  /** Begins a field: the token of its whole value. Fields of one domain can equal each other. */
  void begin(ComparisonField next, ComparisonField domainField, String value) {
    field = next.ordinal();
    domain = DOMAINS_OF_FIELD * domainField.ordinal();
    start = used;
    grams = 0;
    variants = 0;
    addToken(value);
  }

  /** Adds one more value of a field that has begun and ended; behind all fields. */
  void addFurther(ComparisonField next, String value) {
    domain = DOMAINS_OF_FIELD * next.ordinal();
    addToken(value);
    add(next.ordinal());
    further++;
  }

  /** Adds the bigrams of a padded text; they also enter the pool of the whole mention. */
  void addBigrams(String value) {
    addBigrams(value, "");
  }

  /** Adds the bigrams of a text, and once more those of the part of it that tells most. */
  void addBigrams(String value, String telling) {
    if (value.isEmpty()) {
      return;
    }
    int from = used;
    addBigrams(domain + 1, value, from);
    if (!telling.isEmpty()) {
      addBigrams(domain + 3, telling, from);
    }
    permutation.replace(forms, from, used);
    int first = forms[from];
    int distinct = sortDistinct(from);
    // The first gram stands in front of the sorted set.
    add(0);
    System.arraycopy(forms, from, forms, from + 1, distinct);
    forms[from] = first;
    used = from + 1 + distinct;
    grams = 1 + distinct;
  }

  private void addBigrams(int gramDomain, String value, int from) {
    int length = Math.min(value.length(), LONGEST_TEXT);
    char last = PAD;
    for (int at = 0; at <= length && used - from < Signature.maxForms() - 1; at++) {
      char next = at < length ? value.charAt(at) : PAD;
      long hash = TextHash.of(gramDomain, last, next);
      pool.add(hash);
      add((int) hash);
      last = next;
    }
  }

  /** Adds a part that is compared by its place, such as the year of a date. */
  void addPart(int part, String value) {
    long hash = TextHash.of(domain + 1, value);
    pool.add(TextHash.mixed(hash + part));
    add((int) hash);
    permutation.replace(forms, used - 1, used);
    grams++;
  }

  /**
   * Adds the text and each text that has one character fewer. One edit apart, two texts share one;
   * they also do where each has one character that the other lacks, as abc and bcd.
   */
  void addDeletions(String value) {
    String text = shortened(value);
    addVariant(text);
    edits.addDeletions(text, edited);
    addEdited();
  }

  /** Adds the text with each character in turn hidden: one wrong character apart, two share one. */
  void addGaps(String text) {
    edits.addGaps(text, edited);
    addEdited();
  }

  /** Adds one more text whose equality is as good as one edit; in nothing all would agree. */
  void addVariant(CharSequence text) {
    if (!text.isEmpty()) {
      addVariant(EditHashes.of(text));
    }
  }

  /** Ends the field. */
  void end() {
    int from = start + 2 + grams;
    permutation.replace(forms, from, used);
    variants = sortDistinct(from);
    used = from + variants;
    forms[field] = Signature.header(start, grams, variants);
  }

  /** Unkeyed hashes of all grams and parts so far, for MinHash. */
  LongArrayList pool() {
    return pool;
  }

  /** Number of values that {@link #addFurther} has added. */
  int further() {
    return further;
  }

  /** All forms. */
  int[] toArray() {
    numbers.replace(tokens, tokenCount);
    for (int token = 0; token < tokenCount; token++) {
      forms[tokensAt[token]] = (int) (tokens[token] >>> 32);
      forms[tokensAt[token] + 1] = (int) tokens[token];
    }
    return Arrays.copyOf(forms, used);
  }

  private void addToken(String value) {
    if (tokenCount == tokens.length) {
      tokens = Arrays.copyOf(tokens, 2 * tokenCount);
      tokensAt = Arrays.copyOf(tokensAt, 2 * tokenCount);
    }
    tokens[tokenCount] = TextHash.of(domain, value);
    tokensAt[tokenCount++] = used;
    room(used + 2);
    used += 2;
  }

  private void addEdited() {
    for (int text = 0; text < edited.size(); text++) {
      addVariant(edited.getLong(text));
    }
    edited.clear();
  }

  private void addVariant(long hash) {
    if (variants < Signature.maxForms()) {
      add((int) TextHash.mixed(hash + domain + 2));
      variants++;
    }
  }

  private static String shortened(String value) {
    return value.length() <= LONGEST_TEXT ? value : value.substring(0, LONGEST_TEXT);
  }

  private int sortDistinct(int from) {
    IntArrays.unstableSort(forms, from, used);
    int distinct = 0;
    for (int at = from; at < used; at++) {
      if (distinct == 0 || forms[at] != forms[from + distinct - 1]) {
        forms[from + distinct++] = forms[at];
      }
    }
    used = from + distinct;
    return distinct;
  }

  private void add(int form) {
    room(used + 1);
    forms[used++] = form;
  }

  private void room(int needed) {
    if (needed > forms.length) {
      forms = Arrays.copyOf(forms, 2 * needed);
    }
  }
}
