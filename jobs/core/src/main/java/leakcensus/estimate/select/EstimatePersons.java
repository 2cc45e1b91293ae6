package leakcensus.estimate.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.LinkageBounds;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.SampleCounts;
import leakcensus.estimate.SampleDesign;
import leakcensus.estimate.SelectionReason;
import leakcensus.estimate.linkage.TruePairs;

/**
 * Says how many persons stand behind the sample and behind the dump, as far as the stated design of
 * the sample supports it. One row per scope is selected.
 */
public final class EstimatePersons {

  private static final String COUNT = "count";

  private static final String NEEDED_DESIGN =
      "How the sample was drawn: the whole dump, or records drawn at random from all of it together"
          + " with the number of records of the dump.";

  private static final String NEEDED_LINKAGE =
      "Counts without error of linkage; this method takes them as they are.";

  private static final String NEEDED_DUMP_RECORDS = "The number of records of the dump.";

  private EstimatePersons() {}

  /** The rows of both scopes, selected rows first within their scope. */
  public static List<PersonEstimate> estimate(
      SampleCounts counts, SampleDesign design, double confidence) {
    List<PersonEstimate> rows = new ArrayList<>();
    rows.add(count(EstimateScope.SAMPLE, counts.linkage(), confidence));
    rows.addAll(dump(counts, design, confidence));
    return List.copyOf(rows);
  }

  /** What the methods on frequencies say, as references beside the rows that answer. */
  public static List<PersonEstimate> references(
      SampleCounts counts, SampleDesign design, double confidence) {
    boolean linked = counts.linkage().lowerPersons() < counts.linkage().upperPersons();
    return AllMethods.of(dumpSample(counts, design), design, confidence).stream()
        .map(row -> linked && row.identifiable() ? row.unsupported(NEEDED_LINKAGE) : row)
        .toList();
  }

  /**
   * What corrected pairs say, as references.
   *
   * @param pairs true pairs of the mentions of persons
   */
  public static List<PersonEstimate> references(
      SampleCounts counts, TruePairs pairs, SampleDesign design) {
    TruePairsRows rows = new TruePairsRows(pairs, counts.persons().records());
    List<PersonEstimate> references = new ArrayList<>();
    references.add(
        AllMethods.supported(
            rows.birthday(),
            design instanceof SampleDesign.IndependentDraws,
            AllMethods.NEEDED_DRAWS));
    if (design instanceof SampleDesign.RandomRecords random && random.dumpRecords().isPresent()) {
      DumpMentions dump =
          DumpMentions.of(
              counts.persons().records(),
              counts.records(),
              random.dumpRecords().getAsLong(),
              pairs.confidence());
      references.add(rows.lowerBound(dump.lower(), dump.upper()));
    }
    return List.copyOf(references);
  }

  /**
   * What drawn partitions say, as a reference: the persons' posterior, carried to the dump.
   *
   * @param drawn persons by number of mentions in each of them, one at least
   */
  public static Optional<PersonEstimate> reference(
      SampleCounts counts,
      List<FrequencyOfFrequencies> drawn,
      SampleDesign design,
      double confidence) {
    if (design instanceof SampleDesign.RandomRecords random && random.dumpRecords().isPresent()) {
      return LinkedIdentifiedSet.drawn(counts, drawn, random.dumpRecords().getAsLong(), confidence)
          .row(Optional.empty())
          .map(PersonEstimate::unselected);
    }
    return Optional.empty();
  }

  /** What the methods on frequencies see; they know nothing of links that were missed. */
  private static DumpSample dumpSample(SampleCounts counts, SampleDesign design) {
    OptionalLong dumpRecords =
        design instanceof SampleDesign.RandomRecords random
            ? random.dumpRecords()
            : OptionalLong.empty();
    return new DumpSample(
        counts.persons(),
        dumpRecords.isPresent() && dumpRecords.getAsLong() >= counts.persons().records()
            ? dumpRecords
            : OptionalLong.empty());
  }

  private static List<PersonEstimate> dump(
      SampleCounts counts, SampleDesign design, double confidence) {
    if (design instanceof SampleDesign.WholeDump) {
      return List.of(count(EstimateScope.DUMP, counts.linkage(), confidence));
    }
    if (design instanceof SampleDesign.RandomRecords random) {
      return random.dumpRecords().isPresent()
          ? lowerBounds(counts, random.dumpRecords().getAsLong(), confidence)
          : List.of(notIdentifiable(counts.linkage(), NEEDED_DUMP_RECORDS, confidence));
    }
    if (design instanceof SampleDesign.IndependentDraws) {
      return List.of(independentDraws(counts, design, confidence));
    }
    return List.of(notIdentifiable(counts.linkage(), NEEDED_DESIGN, confidence));
  }

  private static PersonEstimate independentDraws(
      SampleCounts counts, SampleDesign design, double confidence) {
    if (counts.linkage().lowerPersons() < counts.linkage().upperPersons()) {
      return notIdentifiable(counts.linkage(), NEEDED_LINKAGE, confidence);
    }
    return EstimateFrequencies.headline(dumpSample(counts, design), design, confidence);
  }

  private static PersonEstimate count(
      EstimateScope scope, LinkageBounds linkage, double confidence) {
    return PersonEstimate.builder(scope, COUNT, confidence)
        .persons(linkage.persons())
        .lowerPersons(linkage.lowerPersons())
        .upperPersons(linkage.upperPersons())
        .selected(
            scope == EstimateScope.SAMPLE
                ? SelectionReason.SAMPLE_COUNTED
                : SelectionReason.DUMP_COUNTED)
        .assumptions(countAssumptions(scope, linkage))
        .build();
  }

  private static String countAssumptions(EstimateScope scope, LinkageBounds linkage) {
    String error = "A count; its error is that of the linkage alone. " + linkage.assumptions();
    return scope == EstimateScope.SAMPLE
        ? error
        : "The sample is the whole dump, as the configuration states. " + error;
  }

  private static PersonEstimate notIdentifiable(
      LinkageBounds linkage, String needed, double confidence) {
    return PersonEstimate.builder(EstimateScope.DUMP, "not_identifiable", confidence)
        .lowerPersons(linkage.lowerPersons())
        .selected(SelectionReason.NO_NUMBER)
        .assumptions(
            "The persons of the sample stand in the dump; nothing more can be said. "
                + linkage.assumptions())
        .needed(needed)
        .build();
  }

  private static List<PersonEstimate> lowerBounds(
      SampleCounts counts, long dumpRecords, double confidence) {
    if (!(dumpRecords >= counts.records())) {
      throw new IllegalArgumentException(
          "Invalid dump records: %d (the sample alone has %d). State the records of the whole dump."
              .formatted(dumpRecords, counts.records()));
    }

    LowerBoundRows bounds = new LowerBoundRows(counts, dumpRecords, confidence);
    Optional<PersonEstimate> checkedIds = bounds.checkedIds();
    Optional<PersonEstimate> set =
        new LinkedIdentifiedSet(counts, dumpRecords, confidence).row(checkedIds);
    List<PersonEstimate> rows = new ArrayList<>();
    set.ifPresent(rows::add);
    checkedIds.ifPresent(row -> rows.add(set.isPresent() ? row.unselected() : row));
    rows.add(rows.isEmpty() ? bounds.allMentionsSelected() : bounds.allMentions());
    return rows;
  }
}
