package leakcensus.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import leakcensus.config.CensusConfig;
import leakcensus.config.InputException;
import leakcensus.link.TrustSettings;
import leakcensus.normalise.NormaliseSettings;
import leakcensus.pseudonym.BrokenSealException;
import leakcensus.pseudonym.RunKeys;
import leakcensus.source.Source;
import leakcensus.spark.keep.SealedContents;
import leakcensus.spark.keep.SweepKept;
import leakcensus.spark.overlap.ListPersonTraits;
import leakcensus.spark.overlap.PersonSketch;
import leakcensus.spark.overlap.SketchPersons;
import leakcensus.spark.resolve.IdentityGraph;
import leakcensus.spark.stage.StageRunner;
import leakcensus.spark.write.CommittedRun;
import leakcensus.spark.write.OutputFiles;
import leakcensus.spark.write.PurgeRun;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The sketch of a run's persons, kept beside the run so that another run can be compared with it.
 */
final class RunSketch {

  private static final String PREFIX = "sketch-";
  private static final String ABOUT = "about";
  private static final String PERSONS = "persons";

  private final SealedContents contents;
  private final String about;
  private PersonSketch sketch;

  private RunSketch(SealedContents contents, String about) {
    this.contents = contents;
    this.about = about;
  }

  /**
   * A kept sketch.
   *
   * @param about what must be equal where tokens of two runs are to be compared
   * @param persons the sketch
   */
  record Kept(String about, PersonSketch persons) {}

  /**
   * The place of the sketch of a run that begins; none without a lasting key, or if not wanted.
   * Removes those of runs that are gone.
   */
  static Optional<RunSketch> of(
      CensusConfig config, RunKeys keys, Configuration hadoop, String runId) {
    if (!keys.isLasting() || !config.keep().sketches()) {
      return Optional.empty();
    }
    Path output = new Path(config.output().path());
    try {
      List<String> runs =
          new PurgeRun(new OutputFiles(hadoop, output.toString(), Optional.empty())).committed();
      SweepKept.sweepOrphans(hadoop, new Path(output, StoreTables.FOLDER), PREFIX, runs::contains);
      return Optional.of(new RunSketch(contents(hadoop, output, keys, runId), about(config)));
    } catch (IOException fault) {
      throw CommitException.of("reach the place of the sketch", fault);
    }
  }

  /** Takes the sketch; a job. */
  void take(SampleMentions sample, IdentityGraph graph, TrustSettings trust) {
    sketch =
        new SketchPersons()
            .run(
                new StageRunner()
                    .plan(
                        new ListPersonTraits(graph.assignments(), trust, sample.buckets()),
                        sample.mentions()));
  }

  /** Keeps the sketch of a run that is about to be committed. */
  void keep() {
    try {
      contents.put(PERSONS, sketch.encode());
      contents.put(ABOUT, about.getBytes(StandardCharsets.UTF_8));
    } catch (IOException fault) {
      throw CommitException.of("keep the sketch for comparisons", fault);
    }
  }

  /**
   * The sketch that a committed run has kept.
   *
   * @throws InputException if it has kept none, or another key sealed it
   */
  static Kept read(CommittedRun run, RunKeys keys, Configuration hadoop) {
    String runId = run.manifest().runId();
    try {
      SealedContents contents =
          contents(hadoop, new Path(run.path()).getParent().getParent(), keys, runId);
      Optional<byte[]> about = contents.get(ABOUT);
      if (about.isEmpty()) {
        throw new InputException(
            "Cannot compare run %s: it has kept no sketch of its persons. Count it again with privacy.key and keep.sketches = true."
                .formatted(runId));
      }
      return new Kept(
          new String(about.get(), StandardCharsets.UTF_8),
          PersonSketch.decode(
              contents
                  .get(PERSONS)
                  .orElseThrow(() -> new IOException("half of a sketch is missing"))));
    } catch (BrokenSealException fault) {
      throw new InputException(
          "Cannot compare run %s: another key sealed its sketch, or it was changed. Set privacy.key to the key of both runs."
              .formatted(runId));
    } catch (IOException fault) {
      throw new InputException(
          InputException.Kind.UNREADABLE,
          "Cannot read the sketch of run %s: %s. Check who may read private/kept in its output folder."
              .formatted(runId, fault.getClass().getSimpleName()));
    }
  }

  private static SealedContents contents(
      Configuration hadoop, Path output, RunKeys keys, String runId) throws IOException {
    String name = PREFIX + runId;
    return new SealedContents(
        hadoop, new Path(new Path(output, StoreTables.FOLDER), name), keys.seals(name));
  }

  /** Tokens of one value are equal only where it is normalised alike. */
  private static String about(CensusConfig config) {
    TreeSet<String> rules = new TreeSet<>();
    for (Source source : config.sources()) {
      NormaliseSettings normalise = source.rules();
      rules.add(
          "email-aliases = %s, cn-fifteen-digits = %s"
              .formatted(normalise.emailAliases().key(), normalise.fifteenDigitIds().key()));
    }
    return "%s: %s".formatted(KeptLayout.name(), String.join("; ", rules));
  }
}
