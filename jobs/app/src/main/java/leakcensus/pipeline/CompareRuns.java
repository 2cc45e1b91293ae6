package leakcensus.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import leakcensus.config.CensusConfig;
import leakcensus.config.InputException;
import leakcensus.overlap.Trait;
import leakcensus.population.AffectedPersons;
import leakcensus.population.RoundCounts;
import leakcensus.pseudonym.RunKeys;
import leakcensus.spark.overlap.CommonPersons;
import leakcensus.spark.overlap.CountCommonPersons;
import leakcensus.spark.overlap.PersonSketch;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryColumn;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.write.CommittedRun;
import org.apache.hadoop.conf.Configuration;

/** Tells how many persons two runs under one key have in common, from their sketches. */
public final class CompareRuns {

  private static final String ALL_SOURCES = "*";
  private static final String SAMPLE = "sample";

  private final CensusConfig config;
  private final Configuration hadoop;
  private final RoundCounts rounding;

  /**
   * A comparison.
   *
   * @param config names the key, and the smallest cell
   * @param hadoop settings of the file systems
   */
  public CompareRuns(CensusConfig config, Configuration hadoop) {
    this.config = config;
    this.hadoop = hadoop;
    // Two comparisons can be subtracted from each other, as two nights can.
    rounding =
        new RoundCounts(
            Math.max(config.disclosure().roundPersons(), 2 * config.disclosure().minCell()));
  }

  /**
   * Compares two committed runs.
   *
   * @throws InputException if no lasting key is given, or a run has no sketch under it, or both
   *     were not made alike
   */
  public RunOverlap compare(CommittedRun one, CommittedRun other) {
    RunKeys keys = LoadKeys.load(config.privacy().key(), hadoop);
    if (!keys.isLasting()) {
      throw new InputException(
          "Missing key: runs are compared under the lasting key of both. Set privacy.key.file or"
              + " privacy.key.alias.");
    }
    RunSketch.Kept left = RunSketch.read(one, keys, hadoop);
    RunSketch.Kept right = RunSketch.read(other, keys, hadoop);
    if (!left.about().equals(right.about())) {
      throw new InputException(
          "Cannot compare these runs: their values were not normalised alike (%s against %s). Count one again as the other was."
              .formatted(left.about(), right.about()));
    }
    CountCommonPersons counting = new CountCommonPersons(left.persons(), right.persons());
    List<RunOverlap.Share> shares = new ArrayList<>();
    CommonPersons any = counting.byAny();
    shares.add(new RunOverlap.Share(Optional.empty(), told(any)));
    for (int i = 0; i < Trait.IDENTIFIERS; i++) {
      Trait kind = Trait.at(i);
      if (left.persons().persons(kind) > 0 && right.persons().persons(kind) > 0) {
        shares.add(new RunOverlap.Share(Optional.of(kind), told(counting.by(kind))));
      }
    }
    RunOverlap.Part first = part(one, left.persons());
    RunOverlap.Part second = part(other, right.persons());
    return new RunOverlap(
        List.of(first, second),
        shares,
        shares.get(0).persons().flatMap(common -> either(first, second, common)),
        counting.share(),
        rounding.base());
  }

  private Optional<AffectedPersons> told(CommonPersons common) {
    if (common.persons() < config.disclosure().minCell()) {
      return Optional.empty();
    }
    return Optional.of(
        rounding.outwards(
            new AffectedPersons(
                common.lower(),
                OptionalDouble.of(common.persons()),
                OptionalDouble.of(common.upper()))));
  }

  private RunOverlap.Part part(CommittedRun run, PersonSketch sketch) {
    Optional<Long> identified =
        sketch.persons() < config.disclosure().minCell()
            ? Optional.empty()
            : Optional.of(rounding.nearest(sketch.persons()));
    return new RunOverlap.Part(run.manifest().runId(), published(run), identified);
  }

  private AffectedPersons published(CommittedRun run) {
    SummaryRows estimates = run.table(CensusTables.PERSON_ESTIMATE).orElseThrow();
    List<String> names = estimates.table().columns().stream().map(SummaryColumn::name).toList();
    List<Optional<Object>> row =
        estimates.rows().stream()
            .filter(
                cells ->
                    cells.get(names.indexOf("source")).equals(Optional.of(ALL_SOURCES))
                        && cells.get(names.indexOf("scope")).equals(Optional.of(SAMPLE))
                        && cells.get(names.indexOf("selected")).equals(Optional.of(true)))
            .findFirst()
            .orElseThrow();
    return new AffectedPersons(
        number(row.get(names.indexOf("lower"))).orElse(0),
        number(row.get(names.indexOf("persons"))),
        number(row.get(names.indexOf("upper"))));
  }

  private static OptionalDouble number(Optional<Object> cell) {
    return cell.isPresent() ? OptionalDouble.of((Double) cell.get()) : OptionalDouble.empty();
  }

  /** Limits that hold however the errors of the three numbers go together. */
  private Optional<AffectedPersons> either(
      RunOverlap.Part one, RunOverlap.Part other, AffectedPersons common) {
    AffectedPersons left = one.persons();
    AffectedPersons right = other.persons();
    if (left.persons().isEmpty()
        || right.persons().isEmpty()
        || left.upperPersons().isEmpty()
        || right.upperPersons().isEmpty()) {
      return Optional.empty();
    }
    double best =
        left.persons().getAsDouble()
            + right.persons().getAsDouble()
            - common.persons().orElseThrow();
    double least =
        Math.max(
            Math.max(left.lowerPersons(), right.lowerPersons()),
            left.lowerPersons() + right.lowerPersons() - common.upperPersons().orElseThrow());
    double most =
        left.upperPersons().getAsDouble()
            + right.upperPersons().getAsDouble()
            - common.lowerPersons();
    return Optional.of(
        rounding.outwards(
            new AffectedPersons(
                Math.min(least, best), OptionalDouble.of(best), OptionalDouble.of(most))));
  }
}
