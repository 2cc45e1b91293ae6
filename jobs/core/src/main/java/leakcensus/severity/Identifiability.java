package leakcensus.severity;

import static leakcensus.person.PersonField.ADDRESS;
import static leakcensus.person.PersonField.BIRTH_DATE;
import static leakcensus.person.PersonField.EMAIL;
import static leakcensus.person.PersonField.FULL_NAME;
import static leakcensus.person.PersonField.GIVEN_NAME;
import static leakcensus.person.PersonField.NATIONAL_ID;
import static leakcensus.person.PersonField.PHONE;
import static leakcensus.person.PersonField.SURNAME;

import java.util.Set;
import leakcensus.person.PersonField;

/**
 * How easily somebody who has the data tells whom they are about; the strongest first.
 *
 * <pre>{@code
 * 0.25 negligible: next to nobody could tell     0.5 limited: in few cases, with effort
 * 0.75 significant: mostly, with a look-up       1 maximum: from the data as they stand
 * }</pre>
 *
 * <p>Units: a score with the ends between which it lies, since the method lets it depend on what
 * the fields do not show: how common a name is, whether a number stands in a directory, whether an
 * e-mail address spells the name.
 *
 * <p>Source: ENISA (2013), the work cited at {@link ContextClass}, ease of identification, which
 * gives scores for single identifiers; which score a combination of fields has is set here.
 */
enum Identifiability {
  NAME_AND_ID(1, 1, 1, "A whole name beside a national id points to one person."),
  NAME_BIRTH_AND_CONTACT(
      1, 1, 1, "A whole name, a birth date and a way to reach somebody point to one person."),
  ID_AND_MORE(
      0.75,
      0.75,
      1,
      "A national id beside a birth date or a way to reach somebody leads to one person through a register."),
  NAME_AND_CONTACT(
      0.75,
      0.5,
      1,
      "A whole name and a way to reach somebody mostly point to one person; it depends on how common the name is."),
  NAME_AND_BIRTH(
      0.75,
      0.5,
      1,
      "A whole name and a birth date mostly point to one person; it depends on how common the name is."),
  NAME_ALONE(0.5, 0.25, 0.75, "How far a name alone leads depends on how many bear it."),
  CONTACTS(
      0.5,
      0.25,
      1,
      "Ways to reach somebody lead to her name where they stand in a directory or spell it."),
  CONTACT_ALONE(
      0.25,
      0.25,
      1,
      "One way to reach somebody leads to her name only where it stands in a directory or spells it."),
  ID_ALONE(0.25, 0.25, 0.75, "A national id alone leads to a name only through a register."),
  NOTHING(0.25, 0.25, 0.25, "No field tells whom the data are about.");

  private final double value;
  private final double lower;
  private final double upper;
  private final String reason;

  Identifiability(double value, double lower, double upper, String reason) {
    this.value = value;
    this.lower = lower;
    this.upper = upper;
    this.reason = reason;
  }

  /** The strongest that some fields give together. */
  static Identifiability of(Set<PersonField> fields) {
    boolean name =
        fields.contains(FULL_NAME) || (fields.contains(GIVEN_NAME) && fields.contains(SURNAME));
    boolean id = fields.contains(NATIONAL_ID);
    boolean birth = fields.contains(BIRTH_DATE);
    long contacts = Set.of(PHONE, EMAIL, ADDRESS).stream().filter(fields::contains).count();
    if (name) {
      return named(id, birth, contacts);
    }
    if (id) {
      return birth || contacts > 0 ? ID_AND_MORE : ID_ALONE;
    }
    if (contacts > 0) {
      return contacts > 1 ? CONTACTS : CONTACT_ALONE;
    }
    return NOTHING;
  }

  private static Identifiability named(boolean id, boolean birth, long contacts) {
    if (id) {
      return NAME_AND_ID;
    }
    if (contacts > 0) {
      return birth ? NAME_BIRTH_AND_CONTACT : NAME_AND_CONTACT;
    }
    return birth ? NAME_AND_BIRTH : NAME_ALONE;
  }

  double value() {
    return value;
  }

  double lower() {
    return lower;
  }

  double upper() {
    return upper;
  }

  String reason() {
    return reason;
  }
}
