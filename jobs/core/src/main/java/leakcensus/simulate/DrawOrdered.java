package leakcensus.simulate;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws runs of a made-up dump with the positions of their records.
 *
 * <pre>{@code
 * n  records of the sample, w  reach of a person over n, r  runs
 *
 * each of r runs:  persons at places b, uniform in (-w n, n/r), as many as hold n/r + w n records
 *                  each record of a person at b + w n u, u uniform in (0, 1); those in (0, n/r) count
 * regions:         persons of each region, every record anywhere in it
 * }</pre>
 *
 * <p>Errors: the persons of a run are a Poisson number, so that the length of the sample varies.
 */
final class DrawOrdered {

  private final PopulationLaw law;
  private final RecordOrder order;
  private final double[] upTo;

  DrawOrdered(PopulationLaw law, RecordOrder order) {
    this.law = law;
    this.order = order;
    this.upTo = law.ratios();
    Arrays.parallelPrefix(upTo, Double::sum);
  }

  /** A sample of about so many records. */
  OrderedRecords draw(double records, SplittableRandom random) {
    RecordLine line = new RecordLine();
    if (order.regions() > 1) {
      double length = records / order.regions();
      for (int region = 0; region < order.regions(); region++) {
        region(line, region * length, length, random);
      }
    } else {
      double length = records / order.runs();
      for (int run = 0; run < order.runs(); run++) {
        run(line, run * length, length, order.width() * records, random);
      }
    }
    return order.shuffled() ? line.shuffled(random) : line.inOrder();
  }

  private void region(RecordLine line, double start, double length, SplittableRandom random) {
    long persons = RandomCount.poisson(random, length / law.meanRecords());
    for (long person = 0; person < persons; person++) {
      line.nextPerson();
      for (int left = recordsOfPerson(random); left > 0; left--) {
        line.add(start + length * random.nextDouble());
      }
    }
  }

  private void run(
      RecordLine line, double start, double length, double reach, SplittableRandom random) {
    long persons = RandomCount.poisson(random, (length + reach) / law.meanRecords());
    for (long person = 0; person < persons; person++) {
      line.nextPerson();
      double place = (length + reach) * random.nextDouble() - reach;
      for (int left = recordsOfPerson(random); left > 0; left--) {
        double record = place + reach * random.nextDouble();
        if (record >= 0 && record < length) {
          line.add(start + record);
        }
      }
    }
  }

  private int recordsOfPerson(SplittableRandom random) {
    int found = Arrays.binarySearch(upTo, random.nextDouble());
    return Math.min(found < 0 ? -found - 1 : found, upTo.length - 1) + 1;
  }
}
