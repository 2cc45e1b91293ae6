package leakcensus.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Chooses the counts of a run that are withheld.
 *
 * <p>Overlaps come first: by themselves, since with two sources the persons of each, which are
 * never withheld, tell all of them; then with the persons of each source; at last they are part of
 * what is known of fields. Where there are very many, none is told.
 */
public final class WithholdCounts {

  /**
   * Of more than these nearly all would be withheld: some ten sources part persons into many small
   * sets. To find out which ones may be told takes hours with thirty sources.
   */
  private static final int MOST_TOLD_OVERLAPS = 200;

  private WithholdCounts() {}

  /**
   * The counts of sources and fields that must not be told, of true counts.
   *
   * @param fewestPersons the k of the rule
   */
  public static Set<CountKey> of(PersonCounts counts, long fewestPersons) {
    Set<CountKey> withheld = overlaps(counts, fewestPersons);
    if (!RelateCounts.couplesCombinations(counts)) {
      withheld.addAll(alike(counts, fewestPersons));
    }
    withheld.addAll(
        ProtectCounts.protect(RelateCounts.fields(counts.without(withheld)), fewestPersons));
    return withheld;
  }

  private static Set<CountKey> overlaps(PersonCounts counts, long fewestPersons) {
    OverlapCounts overlaps = counts.overlaps();
    Set<CountKey> withheld = new TreeSet<>();
    if (overlaps.exactly().size() + overlaps.both().size() > MOST_TOLD_OVERLAPS) {
      overlaps.exactly().keySet().forEach(sets -> withheld.add(OverlapCounts.exactly(sets)));
      overlaps.both().keySet().forEach(sets -> withheld.add(OverlapCounts.both(sets)));
      return withheld;
    }
    withheld.addAll(ProtectCounts.protect(RelateCounts.overlapsAlone(counts), fewestPersons));
    withheld.addAll(
        ProtectCounts.protect(RelateCounts.overlaps(counts.without(withheld)), fewestPersons));
    return withheld;
  }

  /** The combinations of fields that are small in one source or in all, wherever they stand. */
  private static Set<CountKey> alike(PersonCounts counts, long fewestPersons) {
    List<ScopeCounts> scopes = new ArrayList<>(counts.sources());
    scopes.add(counts.all());
    Set<String> small = new TreeSet<>();
    for (ScopeCounts scope : scopes) {
      scope
          .combinations()
          .forEach(
              (fields, persons) -> {
                if (persons.orElseThrow() > 0 && persons.orElseThrow() < fewestPersons) {
                  small.add(fields);
                }
              });
    }
    Set<CountKey> alike = new TreeSet<>();
    for (ScopeCounts scope : scopes) {
      scope
          .combinations()
          .forEach(
              (fields, persons) -> {
                if (persons.orElseThrow() > 0 && small.contains(fields)) {
                  alike.add(ScopeCounts.combination(scope.source(), fields));
                }
              });
    }
    return alike;
  }
}
