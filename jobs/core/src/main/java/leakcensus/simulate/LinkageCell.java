package leakcensus.simulate;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.RatioWithInterval;
import leakcensus.estimate.WilsonInterval;

/**
 * What the estimates of many samples that were linked with errors were worth.
 *
 * @param setting the dump and its linkage
 * @param persons persons of the dump
 * @param evenPersons persons of even numbers of records that would give as many true pairs: what
 *     the birthday rows estimate
 * @param birthday the row that takes pairs as linked, against the even persons
 * @param birthdayLinked the row of corrected pairs, against the even persons
 * @param lowerBoundLinked part of the samples whose bound by corrected pairs is no more than the
 *     persons
 * @param headline the selected row that takes counts as linked, against the persons
 * @param headlineLinked the selected row with the errors of the linkage, against the persons
 */
public record LinkageCell(
    LinkageSetting setting,
    double persons,
    double evenPersons,
    Worth birthday,
    Worth birthdayLinked,
    RatioWithInterval lowerBoundLinked,
    Worth headline,
    Worth headlineLinked) {

  /**
   * What one row was worth.
   *
   * @param coverage part of the samples whose interval holds the truth, with Wilson's interval; an
   *     absent end holds nothing off
   * @param boundedRatio part of the samples whose interval has an upper end
   * @param medianErrorRatio median of the distance of the number from the truth, over the truth
   * @param medianWidthRatio median of the upper end over the lower end, where there is one
   */
  public record Worth(
      RatioWithInterval coverage,
      double boundedRatio,
      OptionalDouble medianErrorRatio,
      OptionalDouble medianWidthRatio) {

    static Worth of(List<PersonEstimate> rows, double truth) {
      long held = rows.stream().filter(row -> holds(row, truth)).count();
      long bounded = rows.stream().filter(row -> row.upperPersons().isPresent()).count();
      return new Worth(
          WilsonInterval.of(held, rows.size(), 0.95),
          (double) bounded / rows.size(),
          median(
              rows.stream()
                  .flatMap(row -> row.persons().stream().boxed())
                  .map(persons -> Math.abs(persons / truth - 1))),
          median(
              rows.stream()
                  .filter(row -> row.upperPersons().isPresent())
                  .map(
                      row -> row.upperPersons().orElseThrow() / row.lowerPersons().orElseThrow())));
    }

    private static boolean holds(PersonEstimate row, double truth) {
      return row.lowerPersons().orElse(0) <= truth
          && truth <= row.upperPersons().orElse(Double.POSITIVE_INFINITY);
    }

    private static OptionalDouble median(Stream<Double> values) {
      double[] sorted = values.mapToDouble(Double::doubleValue).sorted().toArray();
      return sorted.length == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of((sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2);
    }
  }

  static LinkageCell of(LinkageSetting setting, SimulatedDump dump, List<LinkedEstimates> rows) {
    double persons = dump.persons();
    double records = dump.expectedRecords();
    double even = records * records / 2 / dump.expectedPairs();
    long below =
        rows.stream()
            .filter(row -> row.lowerBoundLinked().lowerPersons().orElseThrow() <= persons)
            .count();
    return new LinkageCell(
        setting,
        persons,
        even,
        worth(rows, LinkedEstimates::birthday, even),
        worth(rows, LinkedEstimates::birthdayLinked, even),
        WilsonInterval.of(below, rows.size(), 0.95),
        worth(rows, LinkedEstimates::headline, persons),
        worth(rows, LinkedEstimates::headlineLinked, persons));
  }

  private static Worth worth(
      List<LinkedEstimates> rows, Function<LinkedEstimates, PersonEstimate> row, double truth) {
    return Worth.of(rows.stream().map(row).toList(), truth);
  }
}
