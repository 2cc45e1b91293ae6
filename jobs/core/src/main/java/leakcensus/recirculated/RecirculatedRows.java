package leakcensus.recirculated;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import leakcensus.normalise.AreaCodes;
import leakcensus.synthetic.FileCompression;
import leakcensus.synthetic.LeakFormat;
import leakcensus.synthetic.NumberPermutation;
import leakcensus.synthetic.RandomStream.Purpose;
import leakcensus.synthetic.RecordLaw;
import leakcensus.synthetic.SourceKind;
import leakcensus.synthetic.SyntheticNoise;
import leakcensus.synthetic.SyntheticPerson;
import leakcensus.synthetic.SyntheticPopulation;
import leakcensus.synthetic.SyntheticSettings;
import leakcensus.synthetic.SyntheticSource;

/**
 * The rows of a recirculated file, each of which follows from its place.
 *
 * <p>Every id belongs to one invented person, and no two values of the column are equal: the id is
 * spoilt, where it is, in a way that keeps different ids different. Rows beyond the different
 * records repeat one, every other time in another notation.
 */
final class RecirculatedRows {

  static final String HEADER = "id_no,name,mobile,address\n";

  private static final int AREA_PREFIX = 2;
  private static final int MONTH = 10;
  private static final int DAY = 12;
  private static final int CHECK = 17;

  /** Added to a month, it makes none. */
  private static final int NO_MONTH = 20;

  private static final String CHECK_DIGITS = "0123456789X";
  private static final Map<String, String> UNKNOWN_PREFIXES = unknownPrefixes();

  private final RecirculatedSettings settings;
  private final SyntheticPopulation people;
  private final NumberPermutation order;

  RecirculatedRows(RecirculatedSettings settings) {
    this.settings = settings;
    people = new SyntheticPopulation(population(settings));
    order = new NumberPermutation(settings.seed(), Purpose.ORDER, settings.rows());
  }

  /** Appends the row at a place of all files, 0 to rows - 1. */
  void append(long place, StringBuilder text) {
    long row = order.place(place);
    if (row >= settings.keptRows()) {
      text.append("broken,").append(row).append('\n');
      return;
    }
    boolean first = row < settings.records();
    long record = first ? row : (row - settings.records()) % settings.records();
    appendRecord(record, !first && (row & 1) == 1, text);
  }

  private void appendRecord(long record, boolean otherNotation, StringBuilder text) {
    boolean more = record >= settings.ids();
    long beyond = record - settings.ids();
    SyntheticPerson person = people.person(more ? beyond % settings.checkedIds() : record);
    text.append(otherNotation ? "'" : "")
        .append(id(person))
        .append(',')
        .append(person.fullName())
        .append(',')
        .append(otherNotation ? "+86 " : "")
        .append(person.phone())
        .append(',')
        .append(person.address());
    if (more) {
      text.append('附').append(1 + beyond / settings.checkedIds()).append('号');
    }
    text.append('\n');
  }

  /** The id as the file has it; the numbers of persons say how it is spoilt. */
  private String id(SyntheticPerson person) {
    String id = person.nationalId();
    if (person.number() < settings.checkedIds()) {
      return id;
    }
    if (person.number() < settings.datedIds()) {
      int right = CHECK_DIGITS.indexOf(id.charAt(CHECK));
      return id.substring(0, CHECK) + CHECK_DIGITS.charAt((right + 1) % CHECK_DIGITS.length());
    }
    if (person.number() < settings.areaIds()) {
      int month = Integer.parseInt(id, MONTH, DAY, 10);
      return id.substring(0, MONTH) + (month + NO_MONTH) + id.substring(DAY);
    }
    if (person.number() < settings.shapedIds()) {
      return UNKNOWN_PREFIXES.get(id.substring(0, AREA_PREFIX)) + id.substring(AREA_PREFIX);
    }
    return id.substring(0, CHECK);
  }

  /** For each prefix of a known area code another one that no code has. */
  private static Map<String, String> unknownPrefixes() {
    TreeSet<Integer> known = new TreeSet<>();
    for (int code : AreaCodes.all()) {
      known.add(code / 10_000);
    }
    int[] unknown = IntStream.range(10, 100).filter(prefix -> !known.contains(prefix)).toArray();
    Map<String, String> prefixes = new TreeMap<>();
    for (int prefix : known) {
      prefixes.put(Integer.toString(prefix), Integer.toString(unknown[prefixes.size()]));
    }
    return prefixes;
  }

  /** Nobody shares a phone, so that no two persons are taken for one. */
  private static SyntheticSettings population(RecirculatedSettings settings) {
    return new SyntheticSettings(
        settings.seed(),
        settings.ids(),
        1,
        0,
        0,
        SyntheticNoise.none(),
        List.of(
            new SyntheticSource(
                WriteRecirculated.SOURCE,
                SourceKind.PERSONS,
                1,
                0,
                new RecordLaw.One(),
                Map.of(),
                LeakFormat.CSV,
                FileCompression.NONE,
                1)));
  }
}
