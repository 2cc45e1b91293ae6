package leakcensus.simulate;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.linkage.LinkageErrors;
import leakcensus.link.UnionFind;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * A sample as a linkage with errors sees it: records of one person fall apart where no chain of
 * links holds them together, and false links between any two records join the groups of both.
 */
final class LinkedSample {

  private final LinkageSetting setting;
  private final SplittableRandom random;

  /** Groups of two records and more; whoever is alone comes after them. */
  private final IntArrayList sizes = new IntArrayList();

  private final IntArrayList groupOfRecord = new IntArrayList();

  private LinkedSample(LinkageSetting setting, SplittableRandom random) {
    this.setting = setting;
    this.random = random;
  }

  /** The frequencies that the linkage makes of the true ones. */
  static FrequencyOfFrequencies link(
      FrequencyOfFrequencies truth, LinkageSetting setting, SplittableRandom random) {
    LinkedSample sample = new LinkedSample(setting, random);
    for (Map.Entry<Long, Long> persons : truth.asMap().tailMap(2L).entrySet()) {
      for (long person = 0; person < persons.getValue(); person++) {
        sample.missLinks(Math.toIntExact(persons.getKey()));
      }
    }
    return sample.joinFalsely(Math.toIntExact(truth.records()));
  }

  /** What decoys and planted copies show of the linkage. */
  static LinkageErrors errors(LinkageSetting setting, SplittableRandom random) {
    long planted = setting.plantedPairs();
    long joined =
        BinomialDistribution.of(Math.toIntExact(planted), 1 - setting.missedRatio())
            .inverseCumulativeProbability(random.nextDouble());
    return new LinkageErrors(
        setting.decoyPairs(),
        poisson(random, setting.falseRatio() * setting.decoyPairs()),
        planted,
        joined,
        setting.statedHouseholdPairs());
  }

  private void missLinks(int records) {
    switch (setting.missing()) {
      case PAIRS -> missPairs(records);
      case RECORDS -> {
        double alone = 1 - Math.sqrt(1 - setting.missedRatio());
        int together = 0;
        for (int record = 0; record < records; record++) {
          together += random.nextDouble() < alone ? 0 : 1;
        }
        group(together);
      }
      case PERSONS -> group(random.nextDouble() < setting.missedRatio() ? 1 : records);
    }
  }

  private void missPairs(int records) {
    UnionFind parts = new UnionFind(records);
    for (int one = 0; one < records; one++) {
      for (int other = 0; other < one; other++) {
        if (random.nextDouble() >= setting.missedRatio()) {
          parts.union(one, other);
        }
      }
    }
    int[] members = new int[records];
    for (int record = 0; record < records; record++) {
      members[parts.find(record)]++;
    }
    for (int part : members) {
      group(part);
    }
  }

  private void group(int records) {
    if (records >= 2) {
      for (int record = 0; record < records; record++) {
        groupOfRecord.add(sizes.size());
      }
      sizes.add(records);
    }
  }

  private FrequencyOfFrequencies joinFalsely(int records) {
    double pairs = records * (records - 1.0) / 2;
    int links =
        Math.toIntExact(poisson(random, setting.falseRatio() * pairs + setting.householdPairs()));
    Int2IntMap touched = new Int2IntOpenHashMap();
    IntArrayList touchedSizes = new IntArrayList();
    UnionFind joined = new UnionFind(2 * links);
    for (int link = 0; link < links; link++) {
      joined.union(touch(records, touched, touchedSizes), touch(records, touched, touchedSizes));
    }

    Map<Long, Long> frequencies = new TreeMap<>();
    long left = records;
    long[] joinedSizes = new long[touchedSizes.size()];
    for (int at = 0; at < joinedSizes.length; at++) {
      joinedSizes[joined.find(at)] += touchedSizes.getInt(at);
    }
    for (long size : joinedSizes) {
      left -= add(frequencies, size);
    }
    for (int group = 0; group < sizes.size(); group++) {
      if (!touched.containsKey(group)) {
        left -= add(frequencies, sizes.getInt(group));
      }
    }
    if (left > 0) {
      frequencies.merge(1L, left, Math::addExact);
    }
    return frequencies.isEmpty()
        ? FrequencyOfFrequencies.empty()
        : FrequencyOfFrequencies.of(frequencies);
  }

  /** The number of the group of a record drawn at random, among those that links have touched. */
  private int touch(int records, Int2IntMap touched, IntArrayList touchedSizes) {
    int record = random.nextInt(records);
    boolean grouped = record < groupOfRecord.size();
    int group = grouped ? groupOfRecord.getInt(record) : sizes.size() + record;
    int known = touched.getOrDefault(group, -1);
    if (known >= 0) {
      return known;
    }
    touched.put(group, touchedSizes.size());
    touchedSizes.add(grouped ? sizes.getInt(group) : 1);
    return touchedSizes.size() - 1;
  }

  private static long add(Map<Long, Long> frequencies, long size) {
    if (size > 0) {
      frequencies.merge(size, 1L, Math::addExact);
    }
    return size;
  }

  private static long poisson(SplittableRandom random, double mean) {
    return mean == 0
        ? 0
        : PoissonDistribution.of(mean).inverseCumulativeProbability(random.nextDouble());
  }
}
