package leakcensus.estimate;

import java.util.Objects;

/**
 * A table of frequencies with what is known of how it came about.
 *
 * @param sample persons by their number of records, and the records of the dump
 * @param design how the sample was drawn, as stated
 * @param gapRatios distances of the two positions of persons seen twice over the records of the
 *     sample, where positions are known; ratios
 */
public record FrequencyTable(DumpSample sample, SampleDesign design, double[] gapRatios) {

  public FrequencyTable {
    Objects.requireNonNull(sample, "sample");
    Objects.requireNonNull(design, "design");
    gapRatios = gapRatios.clone();
  }

  @Override
  public double[] gapRatios() {
    return gapRatios.clone();
  }
}
