package leakcensus.authenticity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import leakcensus.count.CountTable;
import leakcensus.normalise.ResidentId;
import leakcensus.population.RoundCounts;
import leakcensus.population.SmallCells;

/**
 * Reads the oldest and newest years of birth of persons.
 *
 * <p>A single person's year is never told: the year is that which k persons or more have reached.
 * Ages are those at the end of the last year that {@link ResidentId} accepts.
 */
final class JudgeYears {

  /** Nobody is known to have lived longer: Jeanne Calment, 1875 to 1997, 122 years. */
  private static final int OLDEST_AGE = 122;

  private static final int THIS_YEAR = ResidentId.LAST_BIRTH_DATE.getYear();
  private static final int ALL = CountTable.ALL_SOURCES;

  private final NavigableMap<Long, Long> persons;
  private final SmallCells smallCells;
  private final RoundCounts rounding;
  private final long tested;

  JudgeYears(Map<Long, Long> personsByYear, SmallCells smallCells, RoundCounts rounding) {
    persons = new TreeMap<>(personsByYear);
    this.smallCells = smallCells;
    this.rounding = rounding;
    tested = sum(persons);
  }

  /** Rows of both ends. */
  List<SignRow> ends() {
    if (tested < smallCells.fewestPersons()) {
      String why = "Too few persons have a year of birth.";
      return List.of(
          SignRow.notTestable("oldest-birth-year", ALL, 0, why),
          SignRow.notTestable("newest-birth-year", ALL, 0, why));
    }
    long oldest = reached(persons);
    long newest = reached(persons.descendingMap());
    boolean impossible = oldest < THIS_YEAR - OLDEST_AGE;
    boolean future = newest > THIS_YEAR;
    return List.of(
        row(
            "oldest-birth-year",
            oldest,
            impossible,
            "%d persons or more were born in %d or before%s."
                .formatted(
                    smallCells.fewestPersons(),
                    oldest,
                    impossible ? ": nobody is known to have lived that long" : "")),
        row(
            "newest-birth-year",
            newest,
            future,
            "%d persons or more were born in %d or later%s."
                .formatted(
                    smallCells.fewestPersons(),
                    newest,
                    future ? ", in the future" : ": persons were still added then")));
  }

  /**
   * Rows of the share of persons of a hundred years and more, and of a hundred and ten; the second
   * is withheld where few persons lie between.
   */
  List<SignRow> ages(JudgeShare judge) {
    long hundred = sum(persons.headMap(THIS_YEAR - 100L, true));
    long older = sum(persons.headMap(THIS_YEAR - 110L, true));
    List<SignRow> rows = new ArrayList<>();
    rows.add(share(ShareSign.AGE_100, hundred, judge));
    SignRow last = share(ShareSign.AGE_110, older, judge);
    boolean tellsFew = smallCells.isSmall(hundred - older) && last.observed().isPresent();
    rows.add(tellsFew ? JudgeShare.withheld(ShareSign.AGE_110, last) : last);
    return rows;
  }

  /** What is withheld is decided by true counts, what is told reckoned from rounded ones. */
  private SignRow share(ShareSign sign, long with, JudgeShare judge) {
    DesignEffect none = new DesignEffect(1);
    SignRow rounded =
        judge.judge(sign, ALL, rounding.nearest(with), rounding.nearest(tested), none, 1);
    return judge.judge(sign, ALL, with, tested, none, 1).suppressed()
        ? JudgeShare.withheld(sign, rounded)
        : rounded;
  }

  private SignRow row(String sign, long year, boolean unusual, String explanation) {
    OptionalDouble none = OptionalDouble.empty();
    return new SignRow(
        sign,
        ALL,
        rounding.nearest(tested),
        OptionalDouble.of(year),
        none,
        none,
        none,
        none,
        unusual ? Reading.UNUSUAL : Reading.USUAL,
        explanation,
        false);
  }

  /** The first year, from one end, at which k persons are reached. */
  private long reached(NavigableMap<Long, Long> fromEnd) {
    long sum = 0;
    for (Map.Entry<Long, Long> year : fromEnd.entrySet()) {
      sum += year.getValue();
      if (sum >= smallCells.fewestPersons()) {
        return year.getKey();
      }
    }
    throw new IllegalStateException("Invalid years of birth: fewer than k persons");
  }

  private static long sum(Map<Long, Long> persons) {
    return persons.values().stream().reduce(0L, Math::addExact);
  }
}
