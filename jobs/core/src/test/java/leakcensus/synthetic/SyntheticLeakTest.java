package leakcensus.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import leakcensus.person.PersonField;
import leakcensus.synthetic.SyntheticKey.Duplicate;
import leakcensus.synthetic.SyntheticMention.Slip;
import org.junit.jupiter.api.Test;

class SyntheticLeakTest {

  private static final int PERSONS = 30_000;

  private final SyntheticLeak leak = new SyntheticLeak(Leaks.noisy(PERSONS));

  @Test
  void isTheSameInAnySlices() {
    List<SyntheticKey> keys = new ArrayList<>();
    DumpTally dump = new DumpTally(3);
    for (long from = 0; from < PERSONS; from += 777) {
      SyntheticSlice slice = leak.slice(from, Math.min(from + 777, PERSONS));
      keys.addAll(slice.keys());
      dump = dump.plus(slice.dump());
    }

    SyntheticSlice whole = new SyntheticLeak(Leaks.noisy(PERSONS)).slice(0, PERSONS);
    assertThat(keys).isEqualTo(whole.keys());
    assertThat(dump).isEqualTo(whole.dump());
    assertThat(leak.render(keys.get(5_000)))
        .isEqualTo(new SyntheticLeak(Leaks.noisy(PERSONS)).render(keys.get(5_000)));
  }

  @Test
  void changesWithTheSeed() {
    SyntheticSettings other =
        new SyntheticSettings(
            4712, PERSONS, 0.5, 0.1, 0.5, leak.settings().noise(), leak.settings().sources());

    assertThat(new SyntheticLeak(other).slice(0, 100).keys())
        .isNotEqualTo(leak.slice(0, 100).keys());
  }

  @Test
  void coversAndSamplesAsStated() {
    SyntheticSlice slice = leak.slice(0, PERSONS);

    for (int source = 0; source < 3; source++) {
      assertThat((double) slice.dump().persons(source))
          .isCloseTo(0.6 * PERSONS, within(4 * error(PERSONS, 0.6)));
    }
    assertThat((double) slice.keys().size())
        .isCloseTo(0.5 * slice.dump().records(), within(4 * error(slice.dump().records(), 0.5)));
    double recordsOfParcels = (double) slice.dump().records(1) / slice.dump().persons(1);
    assertThat(recordsOfParcels).isCloseTo(2 * 1.15, within(0.04));
  }

  @Test
  void overlapsAsStated() {
    SourceCoverage coverage = new SourceCoverage(leak.settings());
    long both = 0;
    for (int person = 0; person < PERSONS; person++) {
      both += coverage.covers(0, person) && coverage.covers(1, person) ? 1 : 0;
    }

    // o_a o_b min(c_a, c_b) + (1 - o_a o_b) c_a c_b with o = 0.5 and c = 0.6
    double expected = 0.25 * 0.6 + 0.75 * 0.36;
    assertThat((double) both).isCloseTo(expected * PERSONS, within(4 * error(PERSONS, expected)));
  }

  @Test
  void makesAsMuchNoiseAsStated() {
    List<SyntheticRecord> records = Leaks.records(leak);
    long broken = records.stream().filter(SyntheticRecord::isBroken).count();
    List<SyntheticMention> mentions =
        records.stream().flatMap(record -> record.mentions().stream()).toList();

    assertRatio(broken, records.size(), 0.02);
    assertSlips(mentions, PersonField.FULL_NAME, Slip.NAME_TYPO, 0.06);
    assertSlips(mentions, PersonField.NATIONAL_ID, Slip.INVALID_ID, 0.07);
    assertSlips(mentions, PersonField.PHONE, Slip.JUNK_PHONE, 0.03);
    List<SyntheticRecord> originals =
        records.stream().filter(record -> record.key().duplicate() == Duplicate.NONE).toList();
    assertRatio(count(records, Duplicate.EXACT), originals.size(), 0.1);
    assertRatio(count(records, Duplicate.NEAR), originals.size(), 0.05);
    List<SyntheticRecord> parcels =
        records.stream().filter(record -> record.kind() == SourceKind.DELIVERIES).toList();
    long phones = parcels.stream().filter(record -> record.values().containsKey("mobile")).count();
    assertRatio(parcels.size() - phones, parcels.size(), 0.2);
  }

  @Test
  void statesTheTruePersonWhereNothingSlips() {
    for (SyntheticRecord record : Leaks.records(leak).subList(0, 5_000)) {
      for (SyntheticMention mention : record.mentions()) {
        SyntheticPerson person = leak.population().person(mention.person());
        if (record.key().duplicate() != Duplicate.NEAR) {
          Map<PersonField, String> stated = stated(record, mention.slot());
          assertAgreement(
              stated, PersonField.FULL_NAME, person.fullName(), mention, Slip.NAME_TYPO);
          assertAgreement(
              stated, PersonField.NATIONAL_ID, person.nationalId(), mention, Slip.INVALID_ID);
          assertAgreement(stated, PersonField.PHONE, person.phone(), mention, Slip.JUNK_PHONE);
        }
      }
    }
  }

  @Test
  void repeatsExactDuplicatesWordForWordAndNearOnesNot() {
    for (SyntheticRecord record : Leaks.records(leak).subList(0, 20_000)) {
      SyntheticKey key = record.key();
      if (key.duplicate() != Duplicate.NONE) {
        SyntheticKey original =
            new SyntheticKey(key.source(), key.person(), key.copy(), Duplicate.NONE, key.order());
        Map<String, String> first = leak.render(original).values();

        assertThat(record.values().equals(first)).isEqualTo(key.duplicate() == Duplicate.EXACT);
        assertThat(record.values().keySet()).isEqualTo(first.keySet());
        assertThat(record.mentions()).isEqualTo(leak.mentions(original));
      }
    }
  }

  @Test
  void putsTwoDifferentPersonsWhoAreBothCoveredIntoACase() {
    SourceCoverage coverage = new SourceCoverage(leak.settings());
    List<SyntheticRecord> cases =
        Leaks.records(leak).stream().filter(record -> record.kind() == SourceKind.CASES).toList();
    long withSuspect = cases.stream().filter(record -> record.mentions().size() == 2).count();

    assertThat((double) withSuspect / cases.size()).isBetween(0.57, 0.61);
    for (SyntheticRecord report : cases) {
      Set<Long> persons =
          report.mentions().stream().map(SyntheticMention::person).collect(Collectors.toSet());
      assertThat(persons).hasSameSizeAs(report.mentions());
      assertThat(persons).allMatch(person -> coverage.covers(2, person));
    }
  }

  @Test
  void ordersRecordsWithoutRegardToPersons() {
    List<SyntheticKey> keys = leak.slice(0, PERSONS).keys();
    Set<Long> orders = new HashSet<>();
    int[] files = new int[4];
    for (SyntheticKey key : keys) {
      orders.add(key.order());
      files[key.file(4)]++;
    }

    assertThat(orders).hasSameSizeAs(keys);
    for (int file : files) {
      assertRatio(file, keys.size(), 0.25);
    }
  }

  private static Map<PersonField, String> stated(SyntheticRecord record, int slot) {
    return record.kind().columns().stream()
        .filter(column -> column.slot() == slot && column.field().isPresent())
        .filter(column -> record.values().containsKey(column.name()))
        .collect(
            Collectors.toMap(
                column -> column.field().orElseThrow(),
                column -> record.values().get(column.name())));
  }

  private static void assertAgreement(
      Map<PersonField, String> stated,
      PersonField field,
      String truth,
      SyntheticMention mention,
      Slip slip) {
    assertThat(stated.containsKey(field)).isEqualTo(mention.fields().contains(field));
    if (stated.containsKey(field)) {
      assertThat(stated.get(field).equalsIgnoreCase(truth))
          .isNotEqualTo(mention.slips().contains(slip));
    }
  }

  private static void assertSlips(
      List<SyntheticMention> mentions, PersonField field, Slip slip, double ratio) {
    long present = mentions.stream().filter(mention -> mention.fields().contains(field)).count();
    long slipped = mentions.stream().filter(mention -> mention.slips().contains(slip)).count();
    assertRatio(slipped, present, ratio);
  }

  private static long count(List<SyntheticRecord> records, Duplicate duplicate) {
    return records.stream().filter(record -> record.key().duplicate() == duplicate).count();
  }

  /** Slips repeat with their duplicates, so the error is a little above the binomial one. */
  private static void assertRatio(long hits, long draws, double ratio) {
    assertThat((double) hits).isCloseTo(ratio * draws, within(5 * error(draws, ratio)));
  }

  private static double error(long draws, double ratio) {
    return Math.sqrt(draws * ratio * (1 - ratio));
  }
}
