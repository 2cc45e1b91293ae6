package leakcensus.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.typesafe.config.ConfigFactory;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import leakcensus.config.RegisterReader;
import leakcensus.estimate.LinkageBounds;
import leakcensus.evaluate.ClusterAgreement;
import leakcensus.evaluate.PairCounts;
import leakcensus.normalise.DateOrder;
import leakcensus.normalise.FieldNormalisers;
import leakcensus.normalise.FullName;
import leakcensus.normalise.NationalIdRule;
import leakcensus.normalise.NormaliseSettings;
import leakcensus.normalise.RawValue;
import leakcensus.person.PersonField;
import leakcensus.register.RegisterColumn;
import leakcensus.register.WriteRegister;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Persons of made-up registers that are hard to tell apart, from text to the count. */
class RegisterChainTest {

  private static final String FEW_NAMES =
      "persons = 900, records { law = one-or-two, mean = 1.5 }, given-names = 42, surnames = 145,"
          + " household-persons = 2.2, shared-address-ratio = 1, same-surname-ratio = 0.85,"
          + " missing-ratio = 0, missing-name-ratio = 0, name-typo-ratio = 0.18,"
          + " address-typo-ratio = 0.27, initial-ratio = 0.09, date-typo-ratio = 0.03,"
          + " id-typo-ratio = 0, moved-ratio = 0, duplicate-ratio = 0, junk-id-ratio = 0,"
          + " namesakes-ratio = 0.1,";

  private final FieldNormalisers normalisers =
      FieldNormalisers.of(new NormaliseSettings("AU", NationalIdRule.OPAQUE, DateOrder.DAY_FIRST));

  @TempDir private Path folder;

  @Test
  void takesNoHouseholdForOnePersonWhoseMembersShareNamesAndHome() throws IOException {
    assertCounted(
        FEW_NAMES
            + "seed = 1, twins-ratio = 0.05, columns = [given_name, surname, date_of_birth,"
            + " address, postcode, locality, national_id]",
        0.5,
        0.995,
        0.995);
  }

  @Test
  void takesNoTwinsForOnePersonWhereTheyAreMany() throws IOException {
    assertCounted(
        FEW_NAMES
            + "seed = 2, twins-ratio = 0.25, columns = [given_name, surname, date_of_birth,"
            + " address, postcode, locality, phone, sex]",
        3,
        0.95,
        0.95);
  }

  @Test
  void takesNoSiblingsForOnePersonWhoShareHomeAndEmail() throws IOException {
    assertCounted(
        "persons = 900, records { law = one-or-two, mean = 1.2 }, given-names = 100, surnames ="
            + " 300, household-persons = 4, shared-address-ratio = 1, same-surname-ratio = 1,"
            + " shared-email-ratio = 0.4, missing-ratio = 0, missing-name-ratio = 0, moved-ratio ="
            + " 0.1, duplicate-ratio = 0, twins-ratio = 0, namesakes-ratio = 0, default-date-ratio"
            + " = 0, seed = 25, columns = [given_name, surname, date_of_birth, address, postcode,"
            + " email]",
        1.5,
        0.97,
        0.97);
  }

  @Tag("long")
  @Test
  void takesNoStrangersOfOneNameForPeopleWhoHaveMoved() throws IOException {
    // Common names, few fields, a third of these missing: strangers look like one person elsewhere.
    assertCounted("vary = true, seed = 50", 20, 0.8, 0.75);
  }

  @Test
  void holdsTheTruthWhereLittleSeemsInDoubt() throws IOException {
    assertCounted("vary = true, seed = 33", 3, 0.9, 0.9);
  }

  @Test
  void takesNoPersonForTwinsWhoseRecordsAreFullOfSlips() throws IOException {
    assertCounted(
        "persons = 300, records { law = geometric, mean = 4 }, given-names = 42, surnames = 145,"
            + " household-persons = 1, missing-ratio = 0.3, missing-name-ratio = 0.2,"
            + " name-typo-ratio = 0.6, date-typo-ratio = 0.6, initial-ratio = 0.09,"
            + " id-typo-ratio = 0, moved-ratio = 0, duplicate-ratio = 0, twins-ratio = 0,"
            + " namesakes-ratio = 0, seed = 5,"
            + " columns = [given_name, surname, date_of_birth, phone, email]",
        5,
        0.99,
        0.85);
  }

  private void assertCounted(String settings, double percent, double precision, double recall)
      throws IOException {
    new WriteRegister(RegisterReader.read(ConfigFactory.parseString(settings))).write(folder);
    List<Map<PersonField, String>> mentions = new ArrayList<>();
    List<String> persons = new ArrayList<>();
    read(mentions, persons);

    LinkInMemory linked = LinkInMemory.run(mentions, 1, new MatchSettings(100, 400, 2_500), 1);

    long truth = persons.stream().distinct().count();
    LinkageBounds bounds = linked.bounds();
    assertThat((double) bounds.persons()).isCloseTo(truth, withinPercentage(percent));
    assertThat(truth).isBetween(bounds.lowerPersons(), bounds.upperPersons());
    ClusterAgreement agreement = agreement(linked.partition(), persons);
    assertThat(agreement.pairPrecisionRatio()).isGreaterThan(precision);
    assertThat(agreement.pairRecallRatio()).isGreaterThan(recall);
  }

  private void read(List<Map<PersonField, String>> mentions, List<String> persons)
      throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve("register"))) {
      for (Path file : files) {
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(file)) {
          records.forEach(
              record -> {
                mentions.add(normalised(record));
                persons.add(record.getField(RegisterColumn.TRUE_PERSON));
              });
        }
      }
    }
  }

  private Map<PersonField, String> normalised(NamedCsvRecord record) {
    Map<PersonField, String> mention = new EnumMap<>(PersonField.class);
    for (RegisterColumn column : RegisterColumn.values()) {
      record
          .findField(column.key())
          .map(text -> normalisers.normalise(column.field(), new RawValue(text)).normal())
          .filter(normal -> !normal.isEmpty())
          .ifPresent(normal -> mention.put(column.field(), normal));
    }
    String surname = mention.get(PersonField.SURNAME);
    String given = mention.get(PersonField.GIVEN_NAME);
    if (surname != null && given != null) {
      mention.put(PersonField.FULL_NAME, FullName.compose(surname, given));
    }
    return mention;
  }

  private static ClusterAgreement agreement(List<Integer> partition, List<String> persons) {
    Map<Integer, Long> counted = new HashMap<>();
    Map<String, Long> trueSizes = new HashMap<>();
    Map<Map.Entry<Integer, String>, Long> cells = new HashMap<>();
    for (int mention = 0; mention < persons.size(); mention++) {
      counted.merge(partition.get(mention), 1L, Long::sum);
      trueSizes.merge(persons.get(mention), 1L, Long::sum);
      cells.merge(Map.entry(partition.get(mention), persons.get(mention)), 1L, Long::sum);
    }
    PairCounts pairs = new PairCounts();
    cells.forEach(
        (cell, mentions) ->
            pairs.add(mentions, counted.get(cell.getKey()), trueSizes.get(cell.getValue())));
    return pairs.agreement();
  }
}
