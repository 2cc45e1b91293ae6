package leakcensus.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leakcensus.config.ResolveSettings;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.link.TrustSettings;
import leakcensus.match.CalibrateByLabels;
import leakcensus.match.LabelEffect;
import leakcensus.match.MatchFindings;
import leakcensus.match.MatchSettings;
import leakcensus.match.PairLabels;
import leakcensus.match.ReviewPair;
import leakcensus.source.IntakeMeasure;
import leakcensus.spark.resolve.AnswerPostings;
import leakcensus.spark.resolve.AttachCounts;
import leakcensus.spark.resolve.ChooseReviewPairs;
import leakcensus.spark.resolve.CompareCandidates;
import leakcensus.spark.resolve.ConnectLinks;
import leakcensus.spark.resolve.FetchLabelled;
import leakcensus.spark.resolve.FindLabelled;
import leakcensus.spark.resolve.GatherComponents;
import leakcensus.spark.resolve.IdentityGraph;
import leakcensus.spark.resolve.LearnMatching;
import leakcensus.spark.resolve.LinkPairs;
import leakcensus.spark.resolve.LocateLeftMentions;
import leakcensus.spark.resolve.LocateRightMentions;
import leakcensus.spark.resolve.OfferReviewPairs;
import leakcensus.spark.resolve.OfferSignatures;
import leakcensus.spark.resolve.PostKeys;
import leakcensus.spark.resolve.ResolveConnected;
import leakcensus.spark.stage.StageRunner;
import leakcensus.spark.table.BlockTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** From mentions to persons by the probability that two mentions are one person. */
final class MatchPersons implements AutoCloseable {

  private final ResolveSettings settings;
  private final Optional<PairLabels> labels;
  private final KeepTables tables;
  private final Progress progress;
  private final StageRunner stages = new StageRunner();
  private final List<ConnectLinks> opened = new ArrayList<>();
  private MatchFindings findings;
  private Dataset<Row> pairs;

  MatchPersons(
      ResolveSettings settings, Optional<PairLabels> labels, KeepTables tables, Progress progress) {
    this.settings = settings;
    this.labels = labels;
    this.tables = tables;
    this.progress = progress;
  }

  /** Which nodes are one person; what it connects is kept until this is closed. */
  IdentityGraph match(SampleMentions sample) {
    int buckets = sample.buckets();
    MatchSettings matching = settings.matching();
    CountTable counts = new CountTable();
    Dataset<Row> signatures =
        progress.step(
            "count keys",
            () -> {
              Dataset<Row> counted = tables.keep("signatures", () -> signatures(sample, buckets));
              counts.addAll(SmallCounts.collect(counted));
              return counted;
            });
    long number = counts.at(Measure.SIGNATURES, CountTable.ALL_SOURCES, 0);
    pairs =
        progress.step(
            "compare",
            () -> {
              double sampleRatio =
                  Math.min(1, (double) matching.sampleSize() / Math.max(1, number));
              Dataset<Row> compared =
                  tables.keep(
                      "pairs",
                      () ->
                          stages.plan(
                              new CompareCandidates(buckets),
                              stages.plan(new OfferSignatures(sampleRatio, buckets), signatures)));
              findings = new LearnMatching(number).run(compared);
              return compared;
            });
    progress.say("%,d pairs of %,d contents compared".formatted(findings.comparedPairs(), number));
    labels.ifPresent(
        given ->
            progress.step("apply labels", () -> findings = calibrated(given, sample, signatures)));
    LimitBudget budget =
        LimitBudget.of(settings.driverBudgetBytes(), sample.mentions().sparkSession());
    ConnectLinks connecting =
        new ConnectLinks(
            MatchSettings.MIN_LOG_ODDS, matching.maxComponent(), budget.bytes(), buckets);
    opened.add(connecting);
    Dataset<Row> components =
        progress.step(
            "connect",
            () ->
                tables.keep(
                    "components",
                    () -> {
                      Dataset<Row> connected =
                          connecting.run(
                              stages.plan(
                                  new LinkPairs(findings.model(), MatchSettings.MIN_LOG_ODDS),
                                  pairs));
                      budget.tell(connecting.rounds(), progress);
                      return connected;
                    }));
    Dataset<Row> persons =
        progress.step(
            "resolve",
            () -> {
              Dataset<Row> resolved =
                  tables.keep(
                      "persons",
                      () ->
                          stages.plan(
                              new ResolveConnected(findings.model(), buckets),
                              stages.plan(new GatherComponents(components, buckets), signatures)));
              counts.addAll(SmallCounts.collect(resolved));
              return resolved;
            });
    return new IdentityGraph(persons, counts);
  }

  /** What the matching has learnt. */
  MatchFindings findings() {
    return findings;
  }

  /** Pairs near the threshold, at most this many; after the matching. */
  List<ReviewPair> reviewPairs(SampleMentions sample, int limit) {
    TrustSettings trust = settings.trust();
    int buckets = sample.buckets();
    Dataset<Row> offered = stages.plan(new OfferReviewPairs(findings.model(), buckets), pairs);
    Dataset<Row> halves =
        stages.plan(new LocateLeftMentions(offered, trust, buckets), sample.mentions());
    Dataset<Row> located =
        stages.plan(new LocateRightMentions(halves, trust, limit), sample.mentions());
    return new ChooseReviewPairs(limit).run(located);
  }

  @Override
  public void close() {
    opened.forEach(ConnectLinks::close);
  }

  private MatchFindings calibrated(
      PairLabels given, SampleMentions sample, Dataset<Row> signatures) {
    Dataset<Row> labelled =
        stages.plan(
            new FindLabelled(signatures, given.positions(), settings.trust()), sample.mentions());
    MatchFindings calibrated =
        CalibrateByLabels.calibrate(findings, new FetchLabelled().run(labelled), given);
    LabelEffect effect = calibrated.labels().orElseThrow();
    progress.say(
        "%,d of %,d labels used, %,d decided without the model, %,d not found"
            .formatted(effect.used(), effect.labels(), effect.decided(), effect.notFound()));
    return calibrated;
  }

  private Dataset<Row> signatures(SampleMentions sample, int buckets) {
    Dataset<Row> mentions = sample.mentions();
    TrustSettings trust = settings.trust();
    long records = sample.intake().total(IntakeMeasure.RECORDS_KEPT);
    Dataset<Row> answers =
        stages.plan(
            new AnswerPostings(settings.matching().largestBlock(records), buckets),
            stages.plan(new PostKeys(trust, buckets), mentions));
    return stages.plan(new AttachCounts(answers, trust), mentions);
  }

  /** The counts among the blocks of a table. */
  private static final class SmallCounts {

    private SmallCounts() {}

    static CountTable collect(Dataset<Row> table) {
      CountTable counts = new CountTable();
      Dataset<Row> blocks =
          table.filter(functions.col(BlockTable.CONTENT).equalTo(BlockTable.COUNTS));
      for (Row row : blocks.collectAsList()) {
        counts.addEncoded(BlockTable.block(row));
      }
      return counts;
    }
  }
}
