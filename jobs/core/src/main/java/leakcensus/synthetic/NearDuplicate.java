package leakcensus.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import leakcensus.person.PersonField;

/**
 * Writes the facts of a record otherwise: a later time, and one field of its first slot in another
 * notation. The facts stay what they are.
 */
final class NearDuplicate {

  private NearDuplicate() {}

  static void rewrite(Map<String, String> values, SourceKind kind, RandomStream random) {
    List<SyntheticColumn> notations = new ArrayList<>();
    for (SyntheticColumn column : kind.columns()) {
      if (column.name().endsWith(OtherColumns.TIME_SUFFIX)) {
        values.computeIfPresent(column.name(), (name, time) -> OtherColumns.later(time, random));
      }
      if (hasNotations(column) && values.containsKey(column.name())) {
        notations.add(column);
      }
    }

    if (!notations.isEmpty()) {
      SyntheticColumn chosen = random.pick(notations);
      PersonField field = chosen.field().orElseThrow();
      values.computeIfPresent(chosen.name(), (name, text) -> notation(field, text, random));
    }
  }

  private static boolean hasNotations(SyntheticColumn column) {
    return column.slot() == 0
        && column
            .field()
            .filter(
                field ->
                    switch (field) {
                      case FULL_NAME, NATIONAL_ID, PHONE, EMAIL, BIRTH_DATE, ADDRESS -> true;
                      default -> false;
                    })
            .isPresent();
  }

  private static String notation(PersonField field, String text, RandomStream random) {
    return switch (field) {
      case FULL_NAME -> text.charAt(0) + random.pick(List.of(" ", "\u3000")) + text.substring(1);
      case NATIONAL_ID -> random.chance(0.5) ? " " + text : text.toLowerCase(Locale.ROOT) + " ";
      case PHONE -> phone(text, random);
      case EMAIL -> text.toUpperCase(Locale.ROOT);
      case BIRTH_DATE -> text.replace("-", random.pick(List.of("", "/", ".")));
      case ADDRESS -> text.replace("单元", "-").replace("室", "");
      default -> text;
    };
  }

  private static String phone(String text, RandomStream random) {
    return switch (random.below(3)) {
      case 0 -> "+86" + text;
      case 1 -> "86-" + text;
      default -> text.substring(0, 3) + " " + text.substring(3, 7) + " " + text.substring(7);
    };
  }
}
