package leakcensus.profile;

import it.unimi.dsi.fastutil.longs.Long2LongMap;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;

/** How many things there are once, twice and so on; nearly all of them are there a few times. */
final class Frequencies {

  private static final int SMALL = 64;

  private final long[] small = new long[SMALL];
  private final Long2LongOpenHashMap large = new Long2LongOpenHashMap();

  /** One more that is there so many times. */
  void add(long times) {
    if (times < SMALL) {
      small[(int) times]++;
    } else {
      large.mergeLong(times, 1, Math::addExact);
    }
  }

  /** Adds all of them to counts, whose second key is how many times. */
  void addTo(CountTable counts, Measure measure, int source, long first) {
    for (int times = 0; times < SMALL; times++) {
      counts.add(measure, source, first, times, small[times]);
    }
    for (Long2LongMap.Entry entry : large.long2LongEntrySet()) {
      counts.add(measure, source, first, entry.getLongKey(), entry.getLongValue());
    }
  }
}
