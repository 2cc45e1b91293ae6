package leakcensus.pipeline;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import leakcensus.census.CensusFacts;
import leakcensus.config.CensusConfig;
import leakcensus.config.InputException;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.link.NodeKind;
import leakcensus.link.PostIdentifiers;
import leakcensus.link.ResolveMethod;
import leakcensus.link.TrustSettings;
import leakcensus.match.MatchFindings;
import leakcensus.match.PairLabels;
import leakcensus.match.ReviewPair;
import leakcensus.person.PersonField;
import leakcensus.pseudonym.NumberKey;
import leakcensus.spark.census.ReviewPairRows;
import leakcensus.spark.profile.ProfileMentions;
import leakcensus.spark.profile.ProfilePersons;
import leakcensus.spark.resolve.AssignMentions;
import leakcensus.spark.resolve.ConcealPersons;
import leakcensus.spark.resolve.ConnectEdges;
import leakcensus.spark.resolve.IdentityGraph;
import leakcensus.spark.resolve.JudgeLinks;
import leakcensus.spark.resolve.LinkMentions;
import leakcensus.spark.resolve.PlaceMentions;
import leakcensus.spark.stage.StageRunner;
import leakcensus.spark.table.AssignmentTable;
import leakcensus.spark.table.BlockTable;
import leakcensus.spark.write.RunFolder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** From mentions to counted persons. */
final class ResolvePersons {

  private static final String ASSIGNMENTS = "assignments";
  private static final String GRAPH_COUNTS = "graph-counts";

  private final CensusConfig config;
  private final Optional<PairLabels> labels;
  private final KeepTables tables;
  private final NumberKey numbers;
  private final Optional<RunSketch> sketch;
  private final Progress progress;
  private final StageRunner stages = new StageRunner();

  /**
   * A resolution.
   *
   * @param config all settings
   * @param labels labels of pairs, if there are any
   * @param tables keeps what the steps make
   * @param numbers key of the persons' numbers that leave the run
   * @param sketch takes the sketch of the persons, if one is wanted
   * @param progress where progress is told
   */
  ResolvePersons(
      CensusConfig config,
      Optional<PairLabels> labels,
      KeepTables tables,
      NumberKey numbers,
      Optional<RunSketch> sketch,
      Progress progress) {
    this.config = config;
    this.labels = labels;
    this.tables = tables;
    this.numbers = numbers;
    this.sketch = sketch;
    this.progress = progress;
  }

  /**
   * What is counted of mentions, links and persons; writes the tables of assignments and of pairs
   * for review if asked for.
   */
  CensusFacts count(SampleMentions sample, RunFolder folder) {
    if (config.resolve().trust().method() == ResolveMethod.IDENTIFIERS) {
      LimitBudget budget =
          LimitBudget.of(config.resolve().driverBudgetBytes(), sample.mentions().sparkSession());
      try (ConnectEdges connecting = new ConnectEdges(budget.bytes(), sample.buckets())) {
        return count(sample, folder, connect(sample, connecting, budget), Optional.empty());
      }
    }
    try (MatchPersons matching = new MatchPersons(config.resolve(), labels, tables, progress)) {
      IdentityGraph graph = matching.match(sample);
      int reviewPairs = config.output().reviewPairs();
      if (reviewPairs > 0) {
        progress.step(
            "write pairs for review",
            () -> writeReview(matching.reviewPairs(sample, reviewPairs), folder));
      }
      return count(sample, folder, graph, Optional.of(matching.findings()));
    }
  }

  private IdentityGraph connect(
      SampleMentions sample, ConnectEdges connecting, LimitBudget budget) {
    return progress.step(
        "resolve",
        () -> {
          if (tables.hasAll(ASSIGNMENTS, GRAPH_COUNTS)) {
            return new IdentityGraph(
                tables.keep(ASSIGNMENTS, ResolvePersons::gone),
                tables.keepCounts(GRAPH_COUNTS, ResolvePersons::gone));
          }
          IdentityGraph graph = connecting.run(edges(sample));
          budget.tell(connecting.rounds(), progress);
          return new IdentityGraph(
              tables.keep(ASSIGNMENTS, graph::assignments),
              tables.keepCounts(GRAPH_COUNTS, graph::counts));
        });
  }

  private static <T> T gone() {
    throw new IllegalStateException("Cannot find what was there: another run is at work here");
  }

  private CensusFacts count(
      SampleMentions sample,
      RunFolder folder,
      IdentityGraph graph,
      Optional<MatchFindings> matching) {
    TrustSettings trust = config.resolve().trust();
    CountTable counts = new CountTable();
    counts.addAll(sample.counts());
    counts.addAll(graph.counts());
    counts.addAll(
        progress.step(
            "profile",
            () ->
                tables.keepCounts(
                    "profile",
                    () ->
                        collect(
                            stages
                                .plan(new ProfileMentions(), sample.mentions())
                                .union(persons(sample, graph, trust))))));
    requireMapped(counts);
    if (config.output().assignments()) {
      progress.step("write assignments", () -> writeAssignments(sample, folder, graph, trust));
    }
    sketch.ifPresent(
        taking -> progress.step("sketch persons", () -> taking.take(sample, graph, trust)));
    return new CensusFacts(config.sources(), sample.intake(), counts, matching);
  }

  private RunFolder writeAssignments(
      SampleMentions sample, RunFolder folder, IdentityGraph graph, TrustSettings trust) {
    Dataset<Row> assignments =
        stages.plan(
            new ConcealPersons(numbers),
            stages.plan(new AssignMentions(graph.assignments(), trust), sample.mentions()));
    try {
      folder.write(AssignmentTable.SCHEMA, assignments);
      return folder;
    } catch (IOException fault) {
      throw CommitException.of("write the assignments", fault);
    }
  }

  private static RunFolder writeReview(List<ReviewPair> pairs, RunFolder folder) {
    try {
      folder.write(ReviewPairRows.of(pairs, folder.path().getName()));
      return folder;
    } catch (IOException fault) {
      throw CommitException.of("write the pairs for review", fault);
    }
  }

  private Dataset<Row> edges(SampleMentions sample) {
    TrustSettings trust = config.resolve().trust();
    Set<NodeKind> kinds = PostIdentifiers.kinds(sample.furtherValues(PersonField.NATIONAL_ID));
    return stages.plan(
        new JudgeLinks(trust),
        stages.plan(new LinkMentions(trust, kinds, sample.buckets()), sample.mentions()));
  }

  private Dataset<Row> persons(SampleMentions sample, IdentityGraph graph, TrustSettings trust) {
    Dataset<Row> placed =
        stages.plan(
            new PlaceMentions(graph.assignments(), trust, sample.buckets()), sample.mentions());
    return stages.plan(new ProfilePersons(sample.intake().extents(), sample.buckets()), placed);
  }

  private static CountTable collect(Dataset<Row> counted) {
    CountTable counts = new CountTable();
    for (Row row : counted.collectAsList()) {
      counts.addEncoded(BlockTable.block(row));
    }
    return counts;
  }

  /** A source none of whose columns was found in any record is mapped wrongly, or read wrongly. */
  private void requireMapped(CountTable counts) {
    for (int source = 0; source < config.sources().size(); source++) {
      if (counts.at(Measure.MAPPED_RECORDS, source, 0) == 0) {
        String name = config.sources().get(source).name();
        throw new InputException(
            "Cannot find any mapped column in source %s: none of its %d columns is in any record. Check the column names and the delimiter under sources.%s."
                .formatted(name, config.sources().get(source).columns().size(), name));
      }
    }
  }
}
