package leakcensus.synthetic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleToIntFunction;
import leakcensus.synthetic.RandomStream.Purpose;
import leakcensus.synthetic.SyntheticKey.Duplicate;
import leakcensus.synthetic.SyntheticRecord.Fault;

/**
 * A leak with known truth, any part of which can be made on its own.
 *
 * <p>The dump gives every covered person as many records as the source's law says, and repeats some
 * of them. The sample takes each record of the dump with the same chance, independently. Everything
 * follows from the settings; nothing depends on what was asked for before.
 */
public final class SyntheticLeak {

  /** Chance that a case knows a suspect. */
  private static final double SUSPECT_RATIO = 0.6;

  private final SyntheticSettings settings;
  private final SyntheticPopulation population;
  private final SourceCoverage coverage;
  private final List<DoubleToIntFunction> laws;

  public SyntheticLeak(SyntheticSettings settings) {
    this.settings = settings;
    this.population = new SyntheticPopulation(settings);
    this.coverage = new SourceCoverage(settings);
    this.laws = settings.sources().stream().map(source -> source.records().quantiles()).toList();
  }

  public SyntheticSettings settings() {
    return settings;
  }

  public SyntheticPopulation population() {
    return population;
  }

  /** The records that belong to persons from one number up to, and without, another. */
  public SyntheticSlice slice(long fromPerson, long toPerson) {
    List<SyntheticKey> keys = new ArrayList<>();
    DumpTally dump = new DumpTally(laws.size());
    for (long person = fromPerson; person < toPerson; person++) {
      boolean covered = false;
      for (int source = 0; source < laws.size(); source++) {
        if (coverage.covers(source, person)) {
          covered = true;
          dump.addPerson(source);
          addRecords(source, person, keys, dump);
        }
      }
      if (covered) {
        dump.addPerson();
      }
    }
    return new SyntheticSlice(keys, dump);
  }

  /** A record of the dump in full. */
  public SyntheticRecord render(SyntheticKey key) {
    SyntheticSource source = settings.sources().get(key.source());
    RandomStream random =
        RandomStream.of(settings.seed(), Purpose.CONTENT, key.source(), key.person(), key.copy());
    List<StatedPerson> stated = new ArrayList<>();
    stated.add(state(key.person(), 0, source, random));
    if (source.kind().slots().size() > 1 && random.chance(SUSPECT_RATIO)) {
      long suspect = coverage.another(key.source(), key.person(), random);
      if (suspect != key.person()) {
        stated.add(state(suspect, 1, source, random));
      }
    }

    Map<String, String> values = values(source.kind(), stated, random);
    if (key.duplicate() == Duplicate.NEAR) {
      NearDuplicate.rewrite(values, source.kind(), rewriting(key));
    }
    return new SyntheticRecord(key, source.kind(), values, mentions(stated), fault(key));
  }

  /** Whether the sample holds this record's original as well, and both can be parsed. */
  public boolean isRepeated(SyntheticKey key) {
    if (key.duplicate() != Duplicate.EXACT || fault(key) != Fault.NONE) {
      return false;
    }
    SyntheticKey original = key(key.source(), key.person(), key.copy(), Duplicate.NONE);
    return isSampled(original) && fault(original) == Fault.NONE;
  }

  private void addRecords(int source, long person, List<SyntheticKey> keys, DumpTally dump) {
    SyntheticNoise noise = settings.noise();
    double draw =
        RandomStream.ratio(RandomStream.hash(settings.seed(), Purpose.COPIES, source, person, 0));
    int copies = laws.get(source).applyAsInt(draw);
    for (int copy = 0; copy < copies; copy++) {
      RandomStream random =
          RandomStream.of(settings.seed(), Purpose.DUPLICATE, source, person, copy);
      addRecord(key(source, person, copy, Duplicate.NONE), keys, dump);
      if (random.chance(noise.exactDuplicateRatio())) {
        addRecord(key(source, person, copy, Duplicate.EXACT), keys, dump);
      }
      if (random.chance(noise.nearDuplicateRatio())) {
        addRecord(key(source, person, copy, Duplicate.NEAR), keys, dump);
      }
    }
  }

  private void addRecord(SyntheticKey key, List<SyntheticKey> keys, DumpTally dump) {
    dump.addRecord(key.source());
    if (isSampled(key)) {
      keys.add(key);
    }
  }

  private SyntheticKey key(int source, long person, int copy, Duplicate duplicate) {
    long place = 4L * copy + duplicate.ordinal();
    long order = RandomStream.hash(settings.seed(), Purpose.ORDER, source, person, place) >>> 1;
    return new SyntheticKey(source, person, copy, duplicate, order);
  }

  private boolean isSampled(SyntheticKey key) {
    long hash = RandomStream.hash(settings.seed(), Purpose.SAMPLE, key.source(), key.order(), 0);
    return RandomStream.ratio(hash) < settings.sampleRatio();
  }

  private Fault fault(SyntheticKey key) {
    SyntheticSource source = settings.sources().get(key.source());
    RandomStream random =
        RandomStream.of(settings.seed(), Purpose.BREAK, key.source(), key.order(), 0);
    if (!source.format().holdsBrokenRecords() || !random.chance(settings.noise().brokenRatio())) {
      return Fault.NONE;
    }
    return random.chance(0.5) ? Fault.SHAPE : Fault.BAD_BYTE;
  }

  private RandomStream rewriting(SyntheticKey key) {
    return RandomStream.of(
        settings.seed(), Purpose.REWRITE, key.source(), key.person(), key.copy());
  }

  private StatedPerson state(long person, int slot, SyntheticSource source, RandomStream random) {
    return StatedPerson.of(population.person(person), slot, source, settings.noise(), random);
  }

  private static Map<String, String> values(
      SourceKind kind, List<StatedPerson> stated, RandomStream random) {
    Map<String, String> values = new LinkedHashMap<>();
    for (SyntheticColumn column : kind.columns()) {
      if (column.role() == SyntheticColumn.Role.OTHER) {
        values.put(column.name(), OtherColumns.text(column.name(), random));
      } else if (column.slot() < stated.size()) {
        put(column, stated.get(column.slot()), values);
      }
    }
    return values;
  }

  private static void put(SyntheticColumn column, StatedPerson stated, Map<String, String> values) {
    if (column.role() == SyntheticColumn.Role.TRUTH) {
      values.put(column.name(), Long.toString(stated.person().number()));
    } else {
      column
          .field()
          .filter(stated.fields()::containsKey)
          .ifPresent(field -> values.put(column.name(), stated.fields().get(field)));
    }
  }

  private static List<SyntheticMention> mentions(List<StatedPerson> stated) {
    List<SyntheticMention> mentions = new ArrayList<>();
    for (int slot = 0; slot < stated.size(); slot++) {
      StatedPerson person = stated.get(slot);
      if (!person.fields().isEmpty()) {
        mentions.add(
            new SyntheticMention(
                slot, person.person().number(), person.fields().keySet(), person.slips()));
      }
    }
    return mentions;
  }
}
