package leakcensus.estimate.select;

import leakcensus.estimate.BinomialInterval;
import leakcensus.estimate.PoissonInterval;
import leakcensus.estimate.RatioWithInterval;

/**
 * How many mentions of persons the records of a dump hold, by the ratio of the sample.
 *
 * <pre>{@code
 * mentions of the dump = R mentions / records          interval: that of the ratio
 * }</pre>
 *
 * <p>One mention in every record is a layout and has no interval: it could not come out otherwise.
 *
 * @param lower lower end, in mentions
 * @param mentions mentions to be expected
 * @param upper upper end, in mentions
 */
record DumpMentions(double lower, double mentions, double upper) {

  static DumpMentions of(long mentions, long records, double dumpRecords, double confidence) {
    if (mentions == records || records == 0) {
      return new DumpMentions(dumpRecords, dumpRecords, dumpRecords);
    }
    double ratio = (double) mentions / records;
    if (mentions < records) {
      RatioWithInterval interval = BinomialInterval.of(mentions, records, confidence);
      return new DumpMentions(
          dumpRecords * interval.lowerRatio(),
          dumpRecords * ratio,
          dumpRecords * interval.upperRatio());
    }
    PoissonInterval interval = PoissonInterval.of(mentions, confidence);
    return new DumpMentions(
        dumpRecords * (interval.lower() / records),
        dumpRecords * ratio,
        dumpRecords * (interval.upper() / records));
  }
}
