package leakcensus.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.estimate.LinkageBounds;
import leakcensus.estimate.SampleDesign;
import leakcensus.estimate.SourceStatements;
import leakcensus.estimate.claim.ClaimEvidence;
import leakcensus.estimate.claim.CrossSourcePairs;
import leakcensus.estimate.claim.DumpSize;
import leakcensus.estimate.claim.SourcePairs;
import leakcensus.source.FileStatus;
import leakcensus.source.Intake;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.RecordLengths;
import leakcensus.source.SourceFile;

/** What the counts of a census hold for or against claims. */
final class ClaimedSample {

  private final CensusFacts facts;
  private final SampleDesign design;
  private final SourceStatements statements;
  private final Optional<String> refusal;

  ClaimedSample(
      CensusFacts facts,
      SampleDesign design,
      SourceStatements statements,
      Optional<String> refusal) {
    this.facts = facts;
    this.design = design;
    this.statements = statements;
    this.refusal = refusal;
  }

  /** Repeats and their sources, without a cap on unevenness. */
  ClaimEvidence evidence(LinkageBounds linkage) {
    return new ClaimEvidence(
        design,
        sourcePairs(),
        crossSourcePairs(),
        linkage,
        OptionalDouble.empty(),
        facts.persons(CountTable.ALL_SOURCES).pairDispersionRatio(),
        MatchingErrors.expectedFalsePairs(facts),
        Math.max(
            0, facts.persons(CountTable.ALL_SOURCES).observedPersons() - linkage.lowerPersons()),
        refusal);
  }

  /** Size of the sample and of the dump. */
  DumpSize size() {
    Intake intake = facts.intake();
    double records = intake.total(IntakeMeasure.RECORDS_READ);
    RecordLengths lengths = intake.recordLengths();
    boolean allText = lengths.count() == records && records > 0;
    double text =
        (double) intake.total(IntakeMeasure.RECORD_BYTES)
            + intake.total(IntakeMeasure.SEPARATOR_BYTES)
            + intake.total(IntakeMeasure.HEADER_BYTES);
    return new DumpSize(
        design,
        refusal,
        records,
        intake.files().stream().allMatch(this::readToItsEnd),
        intake.files().stream()
            .filter(file -> !file.duplicate())
            .mapToDouble(SourceFile::bytes)
            .sum(),
        allText ? OptionalDouble.of(text) : OptionalDouble.empty(),
        allText ? OptionalDouble.of(lengths.largestVariance()) : OptionalDouble.empty(),
        dumpRecords());
  }

  /** Most persons whom one record names. */
  int personsPerRecord() {
    return facts.sources().stream().mapToInt(source -> source.slots().size()).max().orElse(1);
  }

  private boolean readToItsEnd(SourceFile file) {
    FileStatus status = facts.intake().status(file.id());
    return status != FileStatus.PARTIAL && status != FileStatus.UNREADABLE;
  }

  private OptionalDouble dumpRecords() {
    if (design instanceof SampleDesign.RandomRecords random && random.dumpRecords().isPresent()) {
      return OptionalDouble.of(random.dumpRecords().getAsLong());
    }
    List<OptionalLong> stated =
        facts.sources().stream().map(source -> statements.dumpRecords(source.name())).toList();
    return !stated.isEmpty() && stated.stream().allMatch(OptionalLong::isPresent)
        ? OptionalDouble.of(stated.stream().mapToDouble(OptionalLong::getAsLong).sum())
        : OptionalDouble.empty();
  }

  private List<SourcePairs> sourcePairs() {
    List<SourcePairs> pairs = new ArrayList<>();
    for (int source = 0; source < facts.sources().size(); source++) {
      pairs.add(
          new SourcePairs(
              facts.sources().get(source).name(),
              facts.mentions(source),
              facts.persons(source).observedPersons(),
              dumpMentions(source),
              isIndex(source),
              facts.counts().at(Measure.REPEAT_PAIRS, source, source)));
    }
    return pairs;
  }

  private boolean isIndex(int source) {
    return statements.isPersonIndex(facts.sources().get(source).name());
  }

  /**
   * The dump's mentions of a source: as its records are stated, or else as the records of the dump
   * are, if they divide among the sources as the sample's. Those of a person index are its persons,
   * so nothing but a statement on it will do.
   */
  private OptionalLong dumpMentions(int source) {
    OptionalLong stated = statements.dumpRecords(facts.sources().get(source).name());
    long records = facts.counts().at(Measure.RECORDS, source, 0);
    if (stated.isPresent() && records > 0) {
      return scaled(source, (double) stated.getAsLong() / records);
    }
    return !isIndex(source)
            && design instanceof SampleDesign.RandomRecords random
            && random.dumpRecords().isPresent()
            && facts.recordsKept() > 0
        ? scaled(source, (double) random.dumpRecords().getAsLong() / facts.recordsKept())
        : OptionalLong.empty();
  }

  private OptionalLong scaled(int source, double ratio) {
    long mentions = facts.mentions(source);
    return OptionalLong.of(Math.max(mentions, Math.round(mentions * ratio)));
  }

  private List<CrossSourcePairs> crossSourcePairs() {
    List<CrossSourcePairs> pairs = new ArrayList<>();
    for (int first = 0; first < facts.sources().size(); first++) {
      for (int second = first + 1; second < facts.sources().size(); second++) {
        pairs.add(
            new CrossSourcePairs(
                facts.sources().get(first).name(),
                facts.sources().get(second).name(),
                facts.counts().at(Measure.REPEAT_PERSONS, first, second),
                facts.counts().at(Measure.REPEAT_PAIRS, first, second)));
      }
    }
    return pairs;
  }
}
