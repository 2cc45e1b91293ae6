package leakcensus.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import leakcensus.person.PersonField;
import leakcensus.pseudonym.TokenKey;

/** Signatures of mentions that a test writes down as text. */
public final class TextMention {

  private final DeriveSignature deriver;

  /** Derives under one of many keys. */
  public TextMention(int key) {
    byte[] secret = new byte[16];
    Arrays.fill(secret, (byte) key);
    deriver = new DeriveSignature(TokenKey.of(secret));
  }

  /** The signature of some normalised values and of further ones. */
  public Signature signature(
      Map<PersonField, String> values, Map<PersonField, List<String>> further) {
    String[] normals = new String[PersonField.COUNT];
    Arrays.setAll(normals, field -> values.getOrDefault(PersonField.at(field), ""));
    String date = values.getOrDefault(PersonField.BIRTH_DATE, "");
    int year = date.isEmpty() ? 0 : Integer.parseInt(date.substring(0, 4));
    return deriver.derive(normals, FurtherValues.of(further), year);
  }

  /** The signature of some normalised values; the year of birth is that of the birth date. */
  public Signature signature(Map<PersonField, String> values) {
    String[] normals = new String[PersonField.COUNT];
    Arrays.setAll(normals, field -> values.getOrDefault(PersonField.at(field), ""));
    String date = values.getOrDefault(PersonField.BIRTH_DATE, "");
    int year = date.isEmpty() ? 0 : Integer.parseInt(date.substring(0, 4));
    return deriver.derive(normals, year);
  }

  /** The pattern of two mentions. */
  long pattern(Map<PersonField, String> left, Map<PersonField, String> right) {
    return CompareSignatures.pattern(signature(left), signature(right));
  }

  /** Name of the level at which two values of a field agree that are all there is. */
  String level(PersonField field, ComparisonField compared, String left, String right) {
    long pattern = pattern(Map.of(field, left), Map.of(field, right));
    return AgreementLevel.key(AgreementPattern.level(pattern, compared));
  }
}
