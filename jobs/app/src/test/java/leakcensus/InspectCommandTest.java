package leakcensus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import leakcensus.config.CensusConfig;
import leakcensus.config.ConfigReader;
import leakcensus.config.LoadedConfig;
import leakcensus.normalise.NationalIdRule;
import leakcensus.normalise.ResidentId;
import leakcensus.person.PersonField;
import leakcensus.source.JoinedColumns;
import leakcensus.source.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {

  private static final int PEOPLE = 120;

  @TempDir private Path folder;

  @BeforeEach
  void makeALeak() throws IOException {
    Files.createDirectories(folder.resolve("leak/2022"));
    StringBuilder csv = new StringBuilder("姓名;身份证号;手机;备注\n");
    StringBuilder unnamed = new StringBuilder();
    for (int number = 0; number < PEOPLE; number++) {
      csv.append("%s;%s;%s;x\n".formatted(name(number), id(number), phone(number)));
      unnamed.append("%s,%s@example.org\n".formatted(phone(number), "u" + number));
    }
    Files.writeString(folder.resolve("leak/a.csv"), csv, Charset.forName("GB18030"));
    Files.writeString(folder.resolve("leak/2022/b.csv"), csv);
    Files.writeString(folder.resolve("leak/2022/c.txt"), unnamed);
    Files.writeString(folder.resolve("leak/app.log"), "up at noon\nfine\ndown\n".repeat(9));
  }

  @Test
  void writesAConfigurationThatTheCensusReads() throws IOException {
    Tool.Outcome outcome = Tool.run("inspect", folder.resolve("leak").toString());

    assertThat(outcome.code()).isZero();
    Path file = Files.writeString(folder.resolve("leak.conf"), outcome.output());
    CensusConfig config = ConfigReader.read(LoadedConfig.load(Optional.of(file), List.of()));
    assertThat(config.sources()).extracting(Source::name).containsExactly("csv-1", "csv-2");
    Source unnamed = config.sources().get(1);
    assertThat(unnamed.slots().get(0).columns())
        .containsEntry(PersonField.PHONE, List.of(JoinedColumns.of("column1")))
        .containsEntry(PersonField.EMAIL, List.of(JoinedColumns.of("column2")));
    assertThat(unnamed.rules().phoneRegion()).isEqualTo("CN");
    Source named = config.sources().get(0);
    assertThat(named.files()).hasSize(2);
    assertThat(named.charsetName()).isEqualTo(Source.DETECT);
    assertThat(named.rules().nationalIdRule()).isEqualTo(NationalIdRule.CN_RESIDENT_ID);
    assertThat(named.slots().get(0).columns().keySet())
        .containsExactly(PersonField.FULL_NAME, PersonField.NATIONAL_ID, PersonField.PHONE);
    assertThat(named.other()).containsExactly("备注");
  }

  @Test
  void writesTablesWithoutAPersonAsComments() throws IOException {
    StringBuilder sales = new StringBuilder("day;amount\n");
    for (int number = 0; number < PEOPLE; number++) {
      sales.append("2022-06-%02d;%d.50\n".formatted(1 + number % 28, number));
    }
    Path file = Files.writeString(folder.resolve("sales.csv"), sales);

    Tool.Outcome outcome = Tool.run("inspect", file.toString());

    assertThat(outcome.output())
        .contains("# No column is a person's for sure.", "# leak-census.sources.csv-1 {")
        .doesNotContain("\nleak-census.sources");
    assertThat(outcome.errors()).contains("csv-1 (no column of a person): csv, 1 file");
  }

  @Test
  void tellsTheInventoryOnStandardError() {
    Tool.Outcome outcome = Tool.run("inspect", folder.resolve("leak").toString());

    assertThat(outcome.errors())
        .contains(
            "Looked into 4 files,",
            "2 layouts",
            "csv-1: csv, 2 files,",
            "240 records",
            "charset: GB18030 in 1 table (at least",
            "UTF-8 in 1 table",
            "身份证号                   national-id              sure",
            "9{18}",
            "1 file: text, but no table of any known layout;",
            "Number 4");
  }

  @Test
  void showsNoValueAndOnStandardErrorNoPath() {
    Tool.Outcome text = Tool.run("inspect", folder.resolve("leak").toString());
    Tool.Outcome json = Tool.run("inspect", "--json", folder.resolve("leak").toString());

    for (int number = 0; number < PEOPLE; number++) {
      assertThat(List.of(text.output(), text.errors(), json.output()))
          .noneMatch(holds(name(number)))
          .noneMatch(holds(phone(number)))
          .noneMatch(holds(id(number).substring(0, 14)));
    }
    assertThat(text.errors()).doesNotContain(folder.toString());
    assertThat(json.errors()).isEmpty();
  }

  private static java.util.function.Predicate<String> holds(String value) {
    return text -> text.contains(value);
  }

  @Test
  void tellsProgramsTheSame() throws IOException {
    Tool.Outcome outcome = Tool.run("inspect", "--json", folder.resolve("leak").toString());

    JsonNode json = new ObjectMapper().readTree(outcome.output());
    assertThat(json.get("files").asInt()).isEqualTo(4);
    JsonNode named = json.get("sources").get(0);
    assertThat(named.get("records_read").asInt()).isEqualTo(2 * PEOPLE);
    assertThat(named.get("columns").get(1).get("type").asText()).isEqualTo("cn-resident-id");
    assertThat(named.get("columns").get(1).get("field").asText()).isEqualTo("national-id");
    assertThat(named.get("columns").get(1).get("values_by_shape").get("9{18}").asInt())
        .isPositive();
    assertThat(json.get("left_out").get(0).get("reason").asText()).isEqualTo("no-table");
    assertThat(json.get("left_out").get(0).get("files").get(0).asInt()).isEqualTo(4);
    assertThat(json.get("configuration").asText()).contains("leak-census.sources.csv-1 {");
  }

  @Test
  void refusesWhatItCannotFind() {
    Tool.Outcome outcome = Tool.run("inspect", folder.resolve("nowhere").toString());

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.errors())
        .contains("Cannot find any file for path 1. Check its spelling.")
        .doesNotContain("nowhere");
  }

  @Test
  void refusesToLookAtNothing() {
    Tool.Outcome outcome = Tool.run("inspect", "--look-bytes", "0", folder.toString());

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.errors()).contains("Invalid --look-bytes: 0 (must be at least 1)");
  }

  private static String name(int number) {
    return "王李张刘陈".charAt(number % 5) + "伟芳娜敏静".substring(number / 5 % 4, number / 5 % 4 + 2);
  }

  private static String phone(int number) {
    return "138%08d".formatted(10_000_000 + number * 7);
  }

  private static String id(int number) {
    return ResidentId.withCheckDigit(
        "110105198%d01%02d%03d".formatted(number % 10, 1 + number % 28, number));
  }
}
