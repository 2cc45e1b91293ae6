package leakcensus.compare;

import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import leakcensus.pseudonym.KeyedPermutation;

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
  private static final char GAP = '\u0000';
  private static final int DOMAINS_OF_FIELD = 4;

  private final KeyedPermutation permutation;
  private final LongArrayList pool = new LongArrayList();
  private int[] forms = new int[1 << 10];
  private int used;
  private int field;
  private int start;
  private int grams;
  private int variants;
  private int domain;
  private final StringBuilder scratch = new StringBuilder();

  ComparisonForms(KeyedPermutation permutation) {
    this.permutation = permutation;
    clear();
  }

  /** Forgets all forms. */
  void clear() {
    java.util.Arrays.fill(forms, 0, ComparisonField.COUNT, 0);
    used = ComparisonField.COUNT;
    pool.clear();
  }

  /** Begins a field: the token of its whole value. Fields of one domain can equal each other. */
  void begin(ComparisonField next, ComparisonField domainField, String value) {
    field = next.ordinal();
    domain = DOMAINS_OF_FIELD * domainField.ordinal();
    start = used;
    grams = 0;
    variants = 0;
    long token = permutation.of(TextHash.of(domain, value));
    add((int) (token >>> 32));
    add((int) token);
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
    scratch.setLength(0);
    scratch.append(PAD).append(shortened(value)).append(PAD);
    for (int at = 0; at + 2 <= scratch.length() && used - from < Signature.maxForms() - 1; at++) {
      long hash = TextHash.of(gramDomain, scratch, at, at + 2);
      pool.add(hash);
      add(permutation.of((int) hash));
    }
  }

  /** Adds a part that is compared by its place, such as the year of a date. */
  void addPart(int part, String value) {
    long hash = TextHash.of(domain + 1, value);
    pool.add(TextHash.mixed(hash + part));
    add(permutation.of((int) hash));
    grams++;
  }

  /**
   * Adds the text and each text that has one character fewer. One edit apart, two texts share one;
   * they also do where each has one character that the other lacks, as abc and bcd.
   */
  void addDeletions(String value) {
    String text = shortened(value);
    addVariant(text);
    scratch.setLength(0);
    scratch.append(text);
    for (int at = 0; at < text.length(); at++) {
      char removed = scratch.charAt(at);
      scratch.deleteCharAt(at);
      addVariant(scratch);
      scratch.insert(at, removed);
    }
  }

  /** Adds the text with each character in turn hidden: one wrong character apart, two share one. */
  void addGaps(String text) {
    scratch.setLength(0);
    scratch.append(text);
    for (int at = 0; at < text.length(); at++) {
      char hidden = scratch.charAt(at);
      scratch.setCharAt(at, GAP);
      addVariant(scratch);
      scratch.setCharAt(at, hidden);
    }
  }

  /** Adds one more text whose equality is as good as one edit; in nothing all would agree. */
  void addVariant(CharSequence text) {
    if (!text.isEmpty() && variants < Signature.maxForms()) {
      add(permutation.of((int) TextHash.of(domain + 2, text)));
      variants++;
    }
  }

  /** Ends the field. */
  void end() {
    int from = start + 2 + grams;
    variants = sortDistinct(from);
    used = from + variants;
    forms[field] = Signature.header(start, grams, variants);
  }

  /** Unkeyed hashes of all grams and parts so far, for MinHash. */
  LongArrayList pool() {
    return pool;
  }

  /** All forms. */
  int[] toArray() {
    return java.util.Arrays.copyOf(forms, used);
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
    if (used == forms.length) {
      forms = java.util.Arrays.copyOf(forms, 2 * used);
    }
    forms[used++] = form;
  }
}
