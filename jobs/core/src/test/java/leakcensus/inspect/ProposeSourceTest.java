package leakcensus.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import leakcensus.normalise.DateOrder;
import leakcensus.normalise.NationalIdRule;
import leakcensus.normalise.ResidentId;
import leakcensus.person.PersonField;
import leakcensus.semantic.ColumnProfile;
import leakcensus.semantic.ProfileColumn;
import leakcensus.semantic.ProposeType;
import leakcensus.semantic.SemanticType;
import leakcensus.semantic.validate.BrazilianCpf;
import leakcensus.source.JoinedColumns;
import leakcensus.source.RecordFormat;
import leakcensus.source.Slot;
import leakcensus.source.Source;
import leakcensus.source.ValueChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProposeSourceTest {

  private static final RecordFormat CSV = new RecordFormat.Delimited(',', '"', List.of());
  private static final int RECORDS = 200;
  private static final String[] GIVEN = {"Ada", "Grace", "Alan", "Mary", "John", "Emma"};
  private static final String[] FAMILY = {"Smith", "Jones", "Brown", "Taylor", "Evans"};

  private final List<ColumnProfile> columns = new ArrayList<>();

  @Test
  void writesABlockThatTheCensusReads() {
    column(
        "姓名", number -> "王李张刘陈".charAt(number % 5) + "伟芳娜敏静".substring(number % 4, number % 4 + 1));
    column(
        "身份证号",
        number ->
            ResidentId.withCheckDigit(
                "110105198%d01%02d%03d".formatted(number % 10, 1 + number % 28, number)));
    column("手机", number -> "138%08d".formatted(10_000_000 + number * 7));
    column("备注", number -> "x".repeat(1 + number % 3));

    SourceDraft draft = draft("residents");

    assertThat(draft.text())
        .isEqualTo(
            """
            leak-census.sources.residents {
              files = ["data/*.csv"]
              format = csv
              fields {
                # a whole name of a person, sure: 100 % are two to four Han characters that begin with a surname; header 姓名
                full-name = "姓名"
                # a Chinese resident id, sure: 100 % pass area, date and check digit of a Chinese resident id; header 身份证号
                national-id = "身份证号"
                # a phone number, sure: 100 % are valid mobile numbers of China; header 手机
                phone = "手机"
              }
              other = ["备注"]
              phone-region = CN
              national-id = cn-resident-id
            }
            """);
    Source source = draft.read();
    assertThat(source.name()).isEqualTo("residents");
    assertThat(source.rules().phoneRegion()).isEqualTo("CN");
    assertThat(source.rules().nationalIdRule()).isEqualTo(NationalIdRule.CN_RESIDENT_ID);
    assertThat(source.columns()).containsExactlyInAnyOrder("姓名", "身份证号", "手机", "备注");
    assertThat(draft.isComplete()).isTrue();
  }

  @Test
  void tellsTheOrderOfDatesAndJoinsTheHouseNumber() {
    column("first_name", number -> GIVEN[number % GIVEN.length]);
    column("last_name", number -> FAMILY[number % FAMILY.length]);
    column(
        "dob",
        number -> "%02d/%02d/19%02d".formatted(1 + number % 12, 1 + number % 28, 40 + number % 50));
    column("house_number", number -> Integer.toString(1 + number));
    column("street", number -> FAMILY[number % FAMILY.length] + " Street");
    column("ssn", number -> "%03d-12-%04d".formatted(100 + number, 1 + number));

    Source source = draft("people").read();

    assertThat(source.rules().dateOrder()).isEqualTo(DateOrder.MONTH_FIRST);
    assertThat(source.rules().nationalIdRule()).isEqualTo(NationalIdRule.US_SSN);
    assertThat(source.slots().get(0).columns().get(PersonField.ADDRESS))
        .containsExactly(new JoinedColumns(List.of("house_number", "street")));
    assertThat(source.slots().get(0).columns())
        .containsKeys(
            PersonField.GIVEN_NAME,
            PersonField.SURNAME,
            PersonField.BIRTH_DATE,
            PersonField.NATIONAL_ID);
  }

  @Test
  void readsASourceByOneKindOfIdAndCountsTheOthers() {
    column("name", number -> GIVEN[number % 6] + " " + FAMILY[number % 5]);
    column("cpf", number -> cpf(number));
    column("ssn", number -> "%03d-12-%04d".formatted(100 + number, 1 + number));

    Source source = draft("people").read();

    boolean byCpf = source.rules().nationalIdRule() == NationalIdRule.BR_CPF;
    assertThat(source.rules().nationalIdRule())
        .isEqualTo(byCpf ? NationalIdRule.BR_CPF : NationalIdRule.US_SSN);
    assertThat(source.slots().get(0).columns().get(PersonField.NATIONAL_ID))
        .containsExactly(JoinedColumns.of(byCpf ? "cpf" : "ssn"));
    assertThat(source.other()).containsExactly(byCpf ? "ssn" : "cpf");
  }

  @Test
  void readsIdsWithoutAKnownRuleAsTheyStand() {
    column("name", number -> GIVEN[number % 6] + " " + FAMILY[number % 5]);
    column("national_id", number -> "K%02d-%05dZ".formatted(number % 97, 10_007 + number * 31));

    assertThat(draft("people").read().rules().nationalIdRule()).isEqualTo(NationalIdRule.OPAQUE);
  }

  @Test
  void knowsARuleForEveryTypeOfNationalIdButTheUnknownOne() {
    for (SemanticType type : SemanticType.values()) {
      assertThat(NationalIdRule.ofKey(type.key()).isPresent())
          .as(type.key())
          .isEqualTo(type.isNationalId() && type != SemanticType.NATIONAL_ID);
    }
  }

  /** A number of nine digits with the two check digits that make it a CPF, found by trying. */
  private static String cpf(int number) {
    BrazilianCpf rule = new BrazilianCpf();
    return IntStream.range(0, 100)
        .mapToObj(check -> "%09d%02d".formatted(123_456 + number * 7_919, check))
        .filter(rule::passes)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "email",
        "e mail",
        "_source.contact.email",
        "email \"work\"",
        "email\\work",
        "email$",
        "${email}",
        "email # 1",
        "email:1",
        "email, work",
        "{email}",
        "[email]",
        "email\twork",
        "email\nwork",
        "邮箱",
        "email // private",
        "email=1",
        "email+",
        "email'work"
      })
  void quotesNamesSoThatTheyAreReadBack(String name) {
    column(name, number -> "u%d@example.org".formatted(number));

    Source source = draft("mails").read();

    assertThat(source.slots().get(0).columns().get(PersonField.EMAIL))
        .containsExactly(JoinedColumns.of(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "null", "include"})
  void quotesWordsOfTheLanguage(String name) {
    column("email", number -> "u%d@example.org".formatted(number));
    column(name, number -> number % 2 == 0 ? "abc" : "zz");

    assertThat(draft("mails").read().other()).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@mail.com",
        "13800138000",
        "1980-02-03",
        "110105 19491231 002X",
        "",
        " ",
        "42"
      })
  void leavesOutColumnsWhoseNamesLookLikeValues(String name) {
    column(name, number -> "u%d@example.org".formatted(number));
    column("phone", number -> "+1202555%04d".formatted(number));

    SourceDraft draft = draft("mails");

    assertThat(draft.leftOutColumns()).isOne();
    assertThat(draft.text())
        .contains(
            "# Left out are columns whose names look like values (1): is there a header line?");
    if (!name.isBlank()) {
      assertThat(draft.text()).doesNotContain("\"" + name + "\"");
    }
    assertThat(draft.read().columns()).containsExactly("phone");
  }

  @Test
  void saysWhatIsOpen() {
    column(
        "dob",
        number -> "%02d/%02d/19%02d".formatted(1 + number % 12, 1 + number % 12, 40 + number % 50));
    column("phone", number -> "+1202555%04d".formatted(number));

    assertThat(draft("people").text())
        .contains("# phone-region is open: say where numbers without a country code belong")
        .contains("# date-order is open: no date allows one order only");
  }

  @Test
  void isIncompleteWithoutAColumnOfAPerson() {
    column("flag", number -> Integer.toString(number % 2));

    SourceDraft draft = draft("flags");

    assertThat(draft.isComplete()).isFalse();
    assertThat(draft.text())
        .contains("# No column is a person's for sure: name at least one field.");
  }

  @Test
  void takesTheValuesOfAllColumnsOfAnIdentifier() {
    column(
        "full_name", number -> GIVEN[number % GIVEN.length] + " " + FAMILY[number % FAMILY.length]);
    column("mobile", number -> "138%08d".formatted(10_000_000 + number * 7));
    column("phone2", number -> "139%08d".formatted(20_000_000 + number * 7));

    Source source = draft("people").read();

    assertThat(source.slots().get(0).columns().get(PersonField.PHONE))
        .containsExactlyInAnyOrder(JoinedColumns.of("mobile"), JoinedColumns.of("phone2"));
    assertThat(source.slots().get(0).choices().get(PersonField.PHONE))
        .isEqualTo(ValueChoice.ALL_COLUMNS);
    assertThat(source.slots().get(0).choices().get(PersonField.FULL_NAME))
        .isEqualTo(ValueChoice.FIRST);
  }

  @ParameterizedTest
  @CsvSource({
    "_source.reporter_, _source.suspect_, reporter, suspect",
    "reporter., suspect., reporter, suspect",
    "Reporter, Suspect, reporter, suspect",
    "报案人, 嫌疑人, person-2, person-1"
  })
  void tellsSeveralPersonsOfARecordApart(
      String reporter, String suspect, String firstSlot, String secondSlot) {
    IntFunction<String> name = number -> GIVEN[number % 6] + " " + FAMILY[number % 5];
    boolean han = reporter.startsWith("报");
    column(reporter + (han ? "姓名" : "full_name"), name);
    column(reporter + (han ? "手机" : "mobile"), number -> "138%08d".formatted(10_000_000 + number));
    column(suspect + (han ? "姓名" : "full_name"), name);
    column(suspect + (han ? "邮箱" : "email"), number -> "u%d@example.org".formatted(number));
    column("postcode", number -> "%05d".formatted(10_000 + number));

    Source source = draft("cases").read();

    assertThat(source.slots())
        .extracting(slot -> slot.name())
        .containsExactlyInAnyOrder(firstSlot, secondSlot);
    for (Slot slot : source.slots()) {
      boolean isReporter = slot.name().equals(firstSlot);
      assertThat(slot.columns().containsKey(PersonField.PHONE)).isEqualTo(isReporter);
      assertThat(slot.columns().containsKey(PersonField.EMAIL)).isEqualTo(!isReporter);
      assertThat(slot.columns().get(PersonField.FULL_NAME)).hasSize(1);
    }
  }

  @Test
  void takesTwoNamesForOnePersonWhereOneAloneHasMore() {
    column("PRIMARY_NAME_FULL", number -> GIVEN[number % 6] + " " + FAMILY[number % 5]);
    column("NATIVE_NAME_FULL", number -> GIVEN[number % 6] + " " + FAMILY[number % 5]);
    column("PRIMARY_PHONE", number -> "138%08d".formatted(10_000_000 + number));
    column("PHONE2", number -> "139%08d".formatted(10_000_000 + number));

    Source source = draft("people").read();

    assertThat(source.slots()).hasSize(1);
    assertThat(source.slots().get(0).columns().get(PersonField.FULL_NAME)).hasSize(2);
    assertThat(source.slots().get(0).choices().get(PersonField.PHONE))
        .isNotEqualTo(ValueChoice.ALL_COLUMNS);
  }

  @Test
  void takesNoLinesOfALogForPeople() {
    column("column1", number -> "2022-06-%02d".formatted(1 + number % 28));
    column("column2", number -> "%d worker took %d ms".formatted(number, number * 13 % 97));

    SourceDraft unnamed =
        new ProposeSource(
                "logs",
                new RecordFormat.Delimited(':', '"', List.of("column1", "column2")),
                Optional.empty(),
                List.of("data/*.log"))
            .draft(ProposeType.of(columns));

    assertThat(unnamed.text()).contains("address = column2");
    assertThat(unnamed.isComplete()).isFalse();
    assertThat(draft("logs").isComplete()).isFalse();
  }

  @Test
  void holdsNoValue() {
    Random random = new Random(7);
    List<String> values = new ArrayList<>();
    IntFunction<String> secret =
        number -> {
          values.add("canary%08d@example.org".formatted(random.nextInt(100_000_000)));
          return values.get(values.size() - 1);
        };
    column("email", secret);
    column("note", number -> "canary " + number);

    String text = draft("mails").text();

    assertThat(text).doesNotContain("canary");
    values.forEach(value -> assertThat(text).doesNotContain(value));
  }

  @Test
  void refusesANameThatIsNone() {
    assertThatThrownBy(() -> new ProposeSource("a.b c", CSV, Optional.empty(), List.of("f.csv")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid name of a source: 5 characters (must be 1 to 64 letters, digits, hyphens and"
                + " underscores, a letter first)");
  }

  private void column(String name, IntFunction<String> values) {
    ProfileColumn column = new ProfileColumn(name);
    for (int number = 0; number < RECORDS; number++) {
      column.add(values.apply(number));
    }
    columns.add(column.profile());
  }

  private SourceDraft draft(String name) {
    return new ProposeSource(name, CSV, Optional.empty(), List.of("data/*.csv"))
        .draft(ProposeType.of(columns));
  }
}
