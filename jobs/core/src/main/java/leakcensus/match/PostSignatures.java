package leakcensus.match;

import java.util.List;
import leakcensus.block.LongTable;
import leakcensus.compare.ComparisonField;
import leakcensus.compare.Signature;

/** Lists which signatures have which blocking keys, and which hold which values. */
public final class PostSignatures {

  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

  private final LongTable keys = MatchRows.keys();
  private final LongTable values = MatchRows.values();

  /** Postings of some signatures. */
  public PostSignatures(List<Signature> signatures) {
    signatures.forEach(this::post);
  }

  /** Postings of keys. */
  public LongTable keys() {
    return keys;
  }

  /** Postings of values. */
  public LongTable values() {
    return values;
  }

  private void post(Signature signature) {
    for (int key = 0; key < signature.keyCount(); key++) {
      keys.append(signature.key(key), signature.id());
    }
    for (int field = 0; field < ComparisonField.COUNT; field++) {
      if (signature.isPresent(field)) {
        values.append(valueKey(signature.token(field), field), signature.id(), field);
      }
    }
    for (int further = 0; further < signature.furtherCount(); further++) {
      int field = signature.furtherField(further);
      long value = valueKey(signature.furtherToken(further), field);
      values.append(value, signature.id(), ComparisonField.COUNT + further);
    }
  }

  /** Equal tokens of different fields are apart, but for names: they are swapped too often. */
  private static long valueKey(long token, int field) {
    boolean name =
        field == ComparisonField.GIVEN_NAME.ordinal() || field == ComparisonField.SURNAME.ordinal();
    return name ? token : token ^ field * SPREAD;
  }
}
