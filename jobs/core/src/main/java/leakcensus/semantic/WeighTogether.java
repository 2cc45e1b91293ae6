package leakcensus.semantic;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** What the columns of one table say of each other. */
final class WeighTogether {

  private static final double RULED_OUT_NATS = -8;
  private static final double HINT_NATS = 2;
  private static final double CLOSE_NATS = 6;
  private static final double CHECKED_RATIO = 0.8;

  private final List<ScoredColumn> columns;

  WeighTogether(List<ScoredColumn> columns) {
    this.columns = columns;
  }

  /** Adds the evidence to the columns. */
  void weigh() {
    idsGoBeforePhones();
    oneBirthDateIsBest();
    ageStandsBesideABirthDate();
    givenAndFamilyNamesCompleteEachOther();
    postalCodeByNameGoesFirst();
  }

  private void idsGoBeforePhones() {
    for (ScoredColumn scored : columns) {
      for (ValueTest test : ValueTest.values()) {
        if (test.isChecked()
            && scored.column().passRatio(test) >= CHECKED_RATIO
            && !scored.isNamed(SemanticType.PHONE)) {
          scored.add(SemanticType.PHONE, RULED_OUT_NATS, "the check digit of an id fits");
        }
      }
    }
  }

  private void oneBirthDateIsBest() {
    List<ScoredColumn> dates = withBest(SemanticType.BIRTH_DATE::equals);
    dates.stream()
        .max(Comparator.comparingDouble(scored -> scored.nats(SemanticType.BIRTH_DATE)))
        .ifPresent(
            best -> {
              for (ScoredColumn other : dates) {
                if (other != best && !other.isNamed(SemanticType.BIRTH_DATE)) {
                  other.add(
                      SemanticType.BIRTH_DATE,
                      RULED_OUT_NATS,
                      "another column is a better birth date");
                }
              }
            });
  }

  private void ageStandsBesideABirthDate() {
    if (!withBest(SemanticType.BIRTH_DATE::equals).isEmpty()) {
      for (ScoredColumn scored : columns) {
        if (scored.nats(SemanticType.AGE) > 0) {
          scored.add(SemanticType.AGE, HINT_NATS, "there is a birth date too");
        }
      }
    }
  }

  private void givenAndFamilyNamesCompleteEachOther() {
    boolean whole = !withBest(SemanticType.FULL_NAME::equals).isEmpty();
    separate(SemanticType.GIVEN_NAME, SemanticType.FAMILY_NAME);
    separate(SemanticType.FAMILY_NAME, SemanticType.GIVEN_NAME);
    if (!whole) {
      complete(SemanticType.GIVEN_NAME, SemanticType.FAMILY_NAME);
      complete(SemanticType.FAMILY_NAME, SemanticType.GIVEN_NAME);
    }
  }

  /** Of two unnamed columns of one kind of name the one that could be the other kind is. */
  private void separate(SemanticType type, SemanticType other) {
    List<ScoredColumn> same = withBest(type::equals);
    if (same.size() < 2 || !withBest(other::equals).isEmpty()) {
      return;
    }
    same.stream()
        .filter(scored -> !scored.isNamed(type))
        .max(Comparator.comparingDouble(scored -> scored.nats(other) - scored.nats(type)))
        .filter(scored -> scored.nats(type) - scored.nats(other) < CLOSE_NATS)
        .ifPresent(scored -> scored.add(type, RULED_OUT_NATS, "another column is a better one"));
  }

  /** Where one part of the names is there, the other is likely to be. */
  private void complete(SemanticType there, SemanticType missing) {
    if (!withBest(there::equals).isEmpty() && withBest(missing::equals).isEmpty()) {
      for (ScoredColumn scored : columns) {
        if (scored.best() != there && !scored.isNamedAtAll()) {
          scored.add(missing, HINT_NATS, "there is a " + there.key() + " too");
        }
      }
    }
  }

  /** Any number of five digits looks like a postal code; one column of that name is enough. */
  private void postalCodeByNameGoesFirst() {
    List<ScoredColumn> codes = withBest(SemanticType.POSTAL_CODE::equals);
    if (codes.stream().anyMatch(scored -> scored.isNamed(SemanticType.POSTAL_CODE))) {
      for (ScoredColumn scored : codes) {
        if (!scored.isNamed(SemanticType.POSTAL_CODE)) {
          scored.add(SemanticType.POSTAL_CODE, RULED_OUT_NATS, "another column has that name");
        }
      }
    }
  }

  private List<ScoredColumn> withBest(Predicate<SemanticType> wanted) {
    return columns.stream().filter(scored -> wanted.test(scored.best())).toList();
  }
}
