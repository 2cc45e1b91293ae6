package leakcensus.severity;

import static leakcensus.person.PersonField.ADDRESS;
import static leakcensus.person.PersonField.BIRTHPLACE;
import static leakcensus.person.PersonField.BIRTH_DATE;
import static leakcensus.person.PersonField.EMAIL;
import static leakcensus.person.PersonField.FULL_NAME;
import static leakcensus.person.PersonField.GIVEN_NAME;
import static leakcensus.person.PersonField.LOCALITY;
import static leakcensus.person.PersonField.NATIONAL_ID;
import static leakcensus.person.PersonField.PHONE;
import static leakcensus.person.PersonField.POSTAL_CODE;
import static leakcensus.person.PersonField.SEX;
import static leakcensus.person.PersonField.SURNAME;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import leakcensus.person.PersonField;

/**
 * Scores what kind of data is exposed: the data processing context.
 *
 * <pre>{@code
 * 1  person fields               2  at least five kinds of them with one person: a profile
 * else the score of the highest category that is stated
 * }</pre>
 *
 * <p>Errors: person fields cannot show what other columns hold, so that without a statement the
 * upper end is 4. Who the persons are (children, the sick, witnesses) raises the score in ENISA's
 * method and is not seen here: state it.
 */
final class DeriveContext {

  private static final int KINDS_OF_A_PROFILE = 5;

  private static final List<Set<PersonField>> KINDS =
      List.of(
          Set.of(FULL_NAME, GIVEN_NAME, SURNAME),
          Set.of(NATIONAL_ID),
          Set.of(PHONE, EMAIL),
          Set.of(ADDRESS, POSTAL_CODE, LOCALITY),
          Set.of(BIRTH_DATE),
          Set.of(SEX),
          Set.of(BIRTHPLACE));

  private static final String UNSEEN =
      " What other columns and texts hold is not known: look at them (for whoever runs the tool: severity.contains or severity.data-context).";

  private DeriveContext() {}

  static SeverityComponent derive(List<ExposedSet> sets, SortedMap<DataCategory, String> contains) {
    Optional<ExposedSet> profile = sets.stream().filter(DeriveContext::isProfile).findFirst();
    int own = profile.isPresent() ? 2 : 1;
    String fields =
        profile
            .map(
                set ->
                    "Together with one person stand "
                        + set.words()
                        + ": simple data that make a profile.")
            .orElse("The person fields are simple data.");
    if (contains.isEmpty()) {
      return SeverityComponent.derived(
          SeverityPart.DATA_CONTEXT, own, 1, ContextClass.SENSITIVE.score(), fields + UNSEEN);
    }
    Map.Entry<DataCategory, String> highest =
        contains.entrySet().stream()
            .max(Comparator.comparing(entry -> entry.getKey().contextClass()))
            .orElseThrow();
    int stated = highest.getKey().contextClass().score();
    int value = Math.max(own, stated);
    return SeverityComponent.derived(
        SeverityPart.DATA_CONTEXT,
        value,
        stated,
        value,
        "%s The highest category counts: %s, which is %s data; stated: %s"
            .formatted(
                fields,
                highest.getKey().key(),
                highest.getKey().contextClass().words(),
                highest.getValue()));
  }

  private static boolean isProfile(ExposedSet set) {
    return KINDS.stream().filter(kind -> kind.stream().anyMatch(set.fields()::contains)).count()
        >= KINDS_OF_A_PROFILE;
  }
}
