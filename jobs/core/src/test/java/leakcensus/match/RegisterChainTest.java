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
import java.util.List;
import java.util.Map;
import leakcensus.config.RegisterReader;
import leakcensus.estimate.LinkageBounds;
import leakcensus.normalise.DateOrder;
import leakcensus.normalise.FieldNormalisers;
import leakcensus.normalise.NationalIdRule;
import leakcensus.normalise.NormaliseSettings;
import leakcensus.normalise.RawValue;
import leakcensus.person.PersonField;
import leakcensus.register.RegisterColumn;
import leakcensus.register.WriteRegister;
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
        0.995);
  }

  @Test
  void takesNoTwinsForOnePersonWhereTheyAreMany() throws IOException {
    assertCounted(
        FEW_NAMES
            + "seed = 2, twins-ratio = 0.25, columns = [given_name, surname, date_of_birth,"
            + " address, postcode, locality, phone, sex]",
        3,
        0.95);
  }

  private void assertCounted(String settings, double percent, double precision) throws IOException {
    new WriteRegister(RegisterReader.read(ConfigFactory.parseString(settings))).write(folder);
    List<Map<PersonField, String>> mentions = new ArrayList<>();
    List<String> persons = new ArrayList<>();
    read(mentions, persons);

    LinkInMemory linked = LinkInMemory.run(mentions, 1, new MatchSettings(100, 400, 2_500), 1);

    long truth = persons.stream().distinct().count();
    LinkageBounds bounds = linked.bounds();
    assertThat((double) bounds.persons()).isCloseTo(truth, withinPercentage(percent));
    assertThat(truth).isBetween(bounds.lowerPersons(), bounds.upperPersons());
    assertThat(precision(linked.partition(), persons)).isGreaterThan(precision);
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
    return mention;
  }

  /** Share of the joined pairs that are one person. */
  private static double precision(List<Integer> partition, List<String> persons) {
    long joined = 0;
    long right = 0;
    for (int left = 0; left < persons.size(); left++) {
      for (int other = left + 1; other < persons.size(); other++) {
        if (partition.get(left).equals(partition.get(other))) {
          joined++;
          right += persons.get(left).equals(persons.get(other)) ? 1 : 0;
        }
      }
    }
    return (double) right / joined;
  }
}
