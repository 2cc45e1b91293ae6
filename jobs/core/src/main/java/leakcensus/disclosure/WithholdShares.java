package leakcensus.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import leakcensus.population.PopulationShare;

/**
 * Withholds shares of populations that the rows of other populations would give away, since the
 * same persons stand in each of them.
 */
public final class WithholdShares {

  private WithholdShares() {}

  /**
   * The rows, of which no more are withheld than need be.
   *
   * @param shares rows of which each population by itself gives nothing away
   * @param counts true counts; without a total where its row is withheld
   * @param fewestPersons the k of the rule
   */
  public static List<PopulationShare> of(
      List<PopulationShare> shares, PersonCounts counts, long fewestPersons) {
    CountSystem system = RelateCounts.strata(counts);
    Set<CountKey> withheld = new HashSet<>();
    for (PopulationShare share : shares) {
      if (share.suppressed()) {
        withheld.add(key(share));
      }
    }
    for (int count = 0; count < system.size(); count++) {
      if (system.state(count) == CountState.SHOWN && withheld.contains(system.key(count))) {
        system.withhold(count);
      }
    }
    withheld.addAll(ProtectCounts.protect(system, fewestPersons));
    List<PopulationShare> rows = new ArrayList<>();
    for (PopulationShare share : shares) {
      CountKey key = key(share);
      rows.add(withheld.contains(key) && !share.suppressed() ? withheld(share) : share);
    }
    return List.copyOf(rows);
  }

  private static CountKey key(PopulationShare share) {
    return StrataCounts.stratum(share.population(), share.dimension(), share.stratum());
  }

  private static PopulationShare withheld(PopulationShare share) {
    return new PopulationShare(
        share.population(),
        share.date(),
        share.dimension(),
        share.stratum(),
        share.label(),
        share.populationPersons(),
        Optional.empty());
  }
}
