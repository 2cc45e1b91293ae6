package leakcensus.census;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import leakcensus.block.LongTable;
import leakcensus.config.CensusConfig;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.source.Intake;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.SourceFile;
import leakcensus.source.SplitTally;

/** Random records of indexes with one record for every person, counted as a census counts them. */
final class DrawnIndexes {

  private static final long BYTES_A_RECORD = 200;

  private final List<LongOpenHashSet> drawn = new ArrayList<>();
  private final long[][] shared = new long[3][3];
  private final long thrice;

  /** Draws so many records from each of three indexes of these persons, each in its own order. */
  DrawnIndexes(long persons, int records, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int index = 0; index < 3; index++) {
      LongOpenHashSet sample = new LongOpenHashSet(records);
      while (sample.size() < records) {
        sample.add(random.nextLong(persons));
      }
      drawn.add(sample);
    }
    for (int index = 0; index < 3; index++) {
      for (int other = index + 1; other < 3; other++) {
        shared[index][other] = count(index, other);
      }
    }
    thrice = drawn.get(0).longStream().filter(this::inAll).count();
  }

  /** Pairs of records of one person, over the three couples of indexes. */
  long pairs() {
    return shared[0][1] + shared[0][2] + shared[1][2];
  }

  /** Different persons. */
  long persons() {
    return 3L * drawn.get(0).size() - pairs() + thrice;
  }

  /** What a census of these records counts. */
  CensusFacts facts(CensusConfig config) {
    CountTable counts = new CountTable();
    SplitTally tally = new SplitTally(0);
    for (int index = 0; index < 3; index++) {
      int records = drawn.get(index).size();
      counts.add(Measure.RECORDS, index, 0, records);
      counts.add(Measure.MENTIONS, index, 0, records);
      counts.add(Measure.PERSON_FREQUENCY, index, 0, 1, records);
      tally.add(IntakeMeasure.RECORDS_READ, records);
      tally.add(IntakeMeasure.RECORDS_KEPT, records);
      tally.add(IntakeMeasure.RECORD_BYTES, records * BYTES_A_RECORD);
      for (int other = index + 1; other < 3; other++) {
        counts.add(Measure.REPEAT_PERSONS, index, other, shared[index][other]);
        counts.add(Measure.REPEAT_PAIRS, index, other, shared[index][other]);
      }
    }
    long twice = pairs() - 3 * thrice;
    counts.add(Measure.PERSON_FREQUENCY, CountTable.ALL_SOURCES, 0, 3, thrice);
    counts.add(Measure.PERSON_FREQUENCY, CountTable.ALL_SOURCES, 0, 2, twice);
    counts.add(Measure.PERSON_FREQUENCY, CountTable.ALL_SOURCES, 0, 1, persons() - twice - thrice);
    LongTable tallies = SplitTally.table();
    tallies.appendAll(tally.rows());
    return new CensusFacts(
        config.sources(),
        Intake.of(List.of(new SourceFile(0, 0, 0, "none", false)), tallies),
        counts,
        Optional.empty());
  }

  private boolean inAll(long person) {
    return drawn.get(1).contains(person) && drawn.get(2).contains(person);
  }

  private long count(int first, int second) {
    return drawn.get(first).longStream().filter(drawn.get(second)::contains).count();
  }
}
