package leakcensus.synthetic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** Parts of a record's content that draw from streams of their own. */
  private static final int PARTS = 3;

  private static final int MENTIONS = 0;
  private static final int TEXT = 1;
  private static final int REWRITING = 2;

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
    SourceKind kind = settings.sources().get(key.source()).kind();
    List<SyntheticMention> mentions = mentions(key);
    RandomStream random = content(key, TEXT);
    List<MentionText> texts = new ArrayList<>();
    for (SyntheticMention mention : mentions) {
      texts.add(new MentionText(population.person(mention.person()), mention, random));
    }

    Map<String, String> values = new LinkedHashMap<>();
    for (SyntheticColumn column : kind.columns()) {
      put(column, texts, random, values);
    }
    if (key.duplicate() == Duplicate.NEAR) {
      NearDuplicate.rewrite(values, kind, content(key, REWRITING));
    }
    return new SyntheticRecord(key, kind, values, mentions, fault(key));
  }

  /** Who stands in a record, without its text. */
  public List<SyntheticMention> mentions(SyntheticKey key) {
    SyntheticSource source = settings.sources().get(key.source());
    StatedMention stated = new StatedMention(source, settings.noise());
    RandomStream random = content(key, MENTIONS);
    List<SyntheticMention> mentions = new ArrayList<>(source.kind().slots().size());
    state(0, key.person(), stated, random).ifPresent(mentions::add);
    if (source.kind().slots().size() > 1 && random.chance(SUSPECT_RATIO)) {
      long suspect = coverage.another(key.source(), key.person(), random);
      if (suspect != key.person()) {
        state(1, suspect, stated, random).ifPresent(mentions::add);
      }
    }
    return mentions;
  }

  /** Whether and how a record is broken. */
  public Fault fault(SyntheticKey key) {
    SyntheticSource source = settings.sources().get(key.source());
    RandomStream random =
        RandomStream.of(settings.seed(), Purpose.BREAK, key.source(), key.order(), 0);
    if (!source.format().holdsBrokenRecords() || !random.chance(settings.noise().brokenRatio())) {
      return Fault.NONE;
    }
    return random.chance(0.5) ? Fault.SHAPE : Fault.BAD_BYTE;
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

  /** A stream for the content of a record, the same for its exact duplicates. */
  private RandomStream content(SyntheticKey key, int part) {
    long place = (long) PARTS * key.copy() + part;
    return RandomStream.of(settings.seed(), Purpose.CONTENT, key.source(), key.person(), place);
  }

  private Optional<SyntheticMention> state(
      int slot, long person, StatedMention stated, RandomStream random) {
    return stated.of(slot, person, population.hasEmail(person), random);
  }

  private static void put(
      SyntheticColumn column,
      List<MentionText> texts,
      RandomStream random,
      Map<String, String> values) {
    if (column.role() == SyntheticColumn.Role.OTHER) {
      values.put(column.name(), OtherColumns.text(column.name(), random));
      return;
    }

    for (MentionText text : texts) {
      SyntheticMention mention = text.mention();
      if (mention.slot() == column.slot()) {
        if (column.role() == SyntheticColumn.Role.TRUTH) {
          values.put(column.name(), Long.toString(mention.person()));
        } else if (mention.fields().contains(column.field().orElseThrow())) {
          values.put(column.name(), text.of(column.field().orElseThrow()));
        }
      }
    }
  }
}
