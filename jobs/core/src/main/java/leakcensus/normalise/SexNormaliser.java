package leakcensus.normalise;

import java.util.HashMap;
import java.util.Map;
import leakcensus.person.Sex;

/**
 * Normalises statements of sex to {@code male} and {@code female}.
 *
 * <p>Read are Chinese, English, French, German, Spanish, Portuguese, Italian, Dutch and
 * Scandinavian words and the codes 1 and 2 of GB/T 2261.1 (as in ISO/IEC 5218). Their codes 0
 * (unknown) and 9 (not specified) are content, but no valid sex. A lone {@code m} is male.
 */
public final class SexNormaliser implements Normaliser {

  private static final FieldValue MALE = new FieldValue.Valid("male");
  private static final FieldValue FEMALE = new FieldValue.Valid("female");
  private static final Map<String, FieldValue> READINGS = readings();

  /** The sex that a normal form states; unknown for anything but the two valid ones. */
  public static Sex sexOf(String normal) {
    return switch (normal) {
      case "male" -> Sex.MALE;
      case "female" -> Sex.FEMALE;
      default -> Sex.UNKNOWN;
    };
  }

  /** The normal form of a sex; empty where it is unknown. */
  public static String normal(Sex sex) {
    return switch (sex) {
      case MALE -> MALE.normal();
      case FEMALE -> FEMALE.normal();
      case UNKNOWN -> "";
    };
  }

  @Override
  public FieldValue normalise(RawValue raw) {
    String folded = TextFolding.TEXT.fold(raw.text());
    FieldValue reading = READINGS.get(folded);
    if (reading != null) {
      return reading;
    }
    return NoValue.is(folded) ? FieldValue.ABSENT : new FieldValue.Invalid(folded);
  }

  private static Map<String, FieldValue> readings() {
    Map<String, FieldValue> readings = new HashMap<>();
    for (String word :
        ("1 m male man h homme hombre masculin masculino maschio uomo mann männlich maennlich "
                + "mannelijk mand 男 男性 男人")
            .split(" ")) {
      readings.put(word, MALE);
    }
    for (String word :
        ("2 f female woman w femme féminin feminin mujer femenino feminino femmina donna frau "
                + "weiblich vrouw vrouwelijk kvinde kvinne kvinna 女 女性 女人")
            .split(" ")) {
      readings.put(word, FEMALE);
    }
    return Map.copyOf(readings);
  }
}
