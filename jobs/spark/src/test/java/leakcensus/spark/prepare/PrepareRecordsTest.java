package leakcensus.spark.prepare;

import static leakcensus.person.PersonField.ADDRESS;
import static leakcensus.person.PersonField.BIRTH_DATE;
import static leakcensus.person.PersonField.FULL_NAME;
import static leakcensus.person.PersonField.GIVEN_NAME;
import static leakcensus.person.PersonField.NATIONAL_ID;
import static leakcensus.person.PersonField.ORGANISATION;
import static leakcensus.person.PersonField.PHONE;
import static leakcensus.person.PersonField.POSTAL_CODE;
import static leakcensus.person.PersonField.SEX;
import static leakcensus.person.PersonField.SURNAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.link.Node;
import leakcensus.link.NodeKind;
import leakcensus.link.ResolveMethod;
import leakcensus.normalise.DateOrder;
import leakcensus.normalise.EmailAliases;
import leakcensus.normalise.FieldNormalisers;
import leakcensus.normalise.FifteenDigitIds;
import leakcensus.normalise.IdStep;
import leakcensus.normalise.NationalIdRule;
import leakcensus.normalise.NormaliseSettings;
import leakcensus.normalise.RawValue;
import leakcensus.person.FurtherTokens;
import leakcensus.person.MentionBlock;
import leakcensus.person.PersonField;
import leakcensus.person.Place;
import leakcensus.person.Sex;
import leakcensus.person.UsState;
import leakcensus.pseudonym.CmacBatch;
import leakcensus.pseudonym.DomainTokens;
import leakcensus.pseudonym.TokenKey;
import leakcensus.source.JoinedColumns;
import leakcensus.source.RecordFormat;
import leakcensus.source.Slot;
import leakcensus.source.Source;
import leakcensus.source.Split;
import leakcensus.source.ValueChoice;
import leakcensus.spark.table.BlockTable;
import org.junit.jupiter.api.Test;

class PrepareRecordsTest {

  private static final TokenKey KEY = TokenKey.of(new byte[16]);
  private static final NormaliseSettings RULES =
      new NormaliseSettings("CN", NationalIdRule.CN_RESIDENT_ID, DateOrder.DAY_FIRST);

  /** The example of GB 11643: Beijing, 1949-12-31, an even sequence number. */
  private static final String ID = "11010519491231002X";

  @Test
  void normalisesJudgesAndHashesEachField() throws IOException {
    Source source =
        source(List.of(slot("a", NATIONAL_ID, "id", PHONE, "tel", FULL_NAME, "name")), List.of());

    MentionBlock block =
        prepare(
            source,
            List.of(
                record(source, "id", ID, "tel", "+86 138 0013 8000", "name", " 张 伟 "),
                record(source, "id", "123", "tel", "13800138000", "name", "")));

    assertThat(block.size()).isEqualTo(2);
    assertThat(block.presence(0)).isEqualTo(NATIONAL_ID.bit() | PHONE.bit() | FULL_NAME.bit());
    assertThat(block.validity(0)).isEqualTo(NATIONAL_ID.bit() | PHONE.bit() | FULL_NAME.bit());
    assertThat(block.presence(1)).isEqualTo(NATIONAL_ID.bit() | PHONE.bit());
    assertThat(block.validity(1)).isEqualTo(PHONE.bit());
    assertThat(block.token(0, NATIONAL_ID)).isEqualTo(token(NATIONAL_ID, ID));
    assertThat(block.token(0, FULL_NAME)).isEqualTo(token(FULL_NAME, "张伟"));
    assertThat(block.token(0, PHONE))
        .isEqualTo(token(PHONE, "13800138000"))
        .isEqualTo(block.token(1, PHONE));
    assertThat(block.token(1, NATIONAL_ID)).isEqualTo(token(NATIONAL_ID, "123"));
    assertThat(block.token(1, FULL_NAME)).isZero();
    assertThat(List.of(block.position(0), block.position(1))).containsExactly(0L, 10L);
    assertThat(block.fileId(1)).isEqualTo(7);
  }

  @Test
  void takesTheFirstColumnOfAFieldThatHasContent() throws IOException {
    Slot slot = Slot.of("a", Map.of(PHONE, List.of("mobile", "tel")));
    Source source = source(List.of(slot), List.of());

    MentionBlock block =
        prepare(
            source,
            List.of(
                record(source, "mobile", "13800138000", "tel", "13900139000"),
                record(source, "mobile", "null", "tel", "13900139000")));

    assertThat(block.token(0, PHONE)).isEqualTo(token(PHONE, "13800138000"));
    assertThat(block.token(1, PHONE)).isEqualTo(token(PHONE, "13900139000"));
  }

  @Test
  void takesAllValuesOfAnArrayInAnOrderOfTheirOwn() throws IOException {
    Source source = source(List.of(slot("a", PHONE, "tel", FULL_NAME, "name")), List.of());
    List<String> phones = List.of("13900139000", "+86 138 0013 8000", "null", "13800138000", "12");
    List<List<String>> records = new ArrayList<>();
    for (int turn = 0; turn < phones.size(); turn++) {
      List<String> turned = new ArrayList<>(phones);
      Collections.rotate(turned, turn);
      records.add(record(source, "tel", array(turned), "name", array(List.of("Ada", "Bo"))));
    }

    MentionBlock block = prepare(source, records);

    for (int row = 0; row < phones.size(); row++) {
      assertThat(block.token(row, PHONE)).isEqualTo(token(PHONE, "13800138000"));
      assertThat(block.presence(row)).isEqualTo(PHONE.bit() | FULL_NAME.bit());
      assertThat(block.validity(row)).isEqualTo(PHONE.bit() | FULL_NAME.bit());
      assertThat(further(block, row, PHONE))
          .containsExactly(
              Map.entry(token(PHONE, "13900139000"), true), Map.entry(token(PHONE, "12"), false));
      assertThat(block.token(row, FULL_NAME)).isEqualTo(token(FULL_NAME, "Ada"));
      assertThat(further(block, row, FULL_NAME)).isEmpty();
      assertThat(facts(block, row)).isEqualTo(facts(block, 0));
    }
  }

  @Test
  void tellsRecordsApartThatDifferInAFurtherValueOnly() throws IOException {
    Source source = source(List.of(slot("a", PHONE, "tel")), List.of());

    MentionBlock block =
        prepare(
            source,
            List.of(
                record(source, "tel", array(List.of("13800138000", "13900139000"))),
                record(source, "tel", array(List.of("13800138000", "13900139001"))),
                record(source, "tel", "13800138000")));

    assertThat(List.of(block.exactToken(0), block.exactToken(1), block.exactToken(2)))
        .doesNotHaveDuplicates();
    assertThat(List.of(block.contentToken(0), block.contentToken(1), block.contentToken(2)))
        .doesNotHaveDuplicates();
  }

  @Test
  void keepsTheValidOnesAmongTooManyValuesAndCountsTheRest() throws IOException {
    Source source = source(List.of(slot("a", PHONE, "tel")), List.of());
    List<String> phones = new ArrayList<>(List.of("1", "2"));
    for (int phone = 0; phone < 10; phone++) {
      phones.add("1380013800" + (9 - phone));
    }
    PrepareRecords preparing =
        new PrepareRecords(List.of(source), KEY, ResolveMethod.IDENTIFIERS, 0);

    add(preparing, 0, List.of(record(source, "tel", array(phones))));

    MentionBlock block = preparing.seal();
    assertThat(block.token(0, PHONE)).isEqualTo(token(PHONE, "13800138000"));
    assertThat(further(block, 0, PHONE))
        .containsExactlyElementsOf(
            IntStream.range(1, Slot.MAX_VALUES)
                .mapToObj(phone -> Map.entry(token(PHONE, "1380013800" + phone), true))
                .toList());
    CountTable counts = new CountTable();
    preparing.signRows(1).stream()
        .filter(row -> BlockTable.content(row) == BlockTable.COUNTS)
        .forEach(row -> counts.addEncoded(BlockTable.block(row)));
    assertThat(counts.bySecond(Measure.FURTHER_VALUES, 0, 0))
        .isEqualTo(Map.of((long) PHONE.ordinal(), 7L));
    assertThat(counts.bySecond(Measure.VALUES_OVER_LIMIT, 0, 0))
        .isEqualTo(Map.of((long) PHONE.ordinal(), 4L));
  }

  @Test
  void takesTheValuesThatTheConfigurationChooses() throws IOException {
    Map<PersonField, List<JoinedColumns>> two =
        Map.of(PHONE, List.of(JoinedColumns.of("mobile"), JoinedColumns.of("tel")));
    Source first = source(List.of(new Slot("a", two, Map.of(PHONE, ValueChoice.FIRST))), List.of());
    Source columnFirst = source(List.of(new Slot("a", two)), List.of());
    Source all =
        source(List.of(new Slot("a", two, Map.of(PHONE, ValueChoice.ALL_COLUMNS))), List.of());
    List<String> record =
        record(all, "mobile", array(List.of("13900139000", "13800138000")), "tel", "13700137000");

    MentionBlock ofFirst = prepare(first, List.of(record));
    MentionBlock ofColumn = prepare(columnFirst, List.of(record));
    MentionBlock ofAll = prepare(all, List.of(record));

    assertThat(ofFirst.token(0, PHONE)).isEqualTo(token(PHONE, "13900139000"));
    assertThat(further(ofFirst, 0, PHONE)).isEmpty();
    assertThat(ofColumn.token(0, PHONE)).isEqualTo(token(PHONE, "13800138000"));
    assertThat(further(ofColumn, 0, PHONE))
        .containsExactly(Map.entry(token(PHONE, "13900139000"), true));
    assertThat(ofAll.token(0, PHONE)).isEqualTo(token(PHONE, "13700137000"));
    assertThat(further(ofAll, 0, PHONE))
        .containsExactly(
            Map.entry(token(PHONE, "13800138000"), true),
            Map.entry(token(PHONE, "13900139000"), true));
  }

  @Test
  void placesAMentionOfSeveralPhonesAsThePersonOfSeveralMentions() throws IOException {
    Source source = source(List.of(slot("a", PHONE, "tel")), List.of());

    MentionBlock block =
        prepare(
            source,
            List.of(
                record(source, "tel", "+1 212 555 0187"),
                record(source, "tel", array(List.of("+1 212 555 0187", "13800138000")))));

    assertThat(Place.country(block.place(0))).isEqualTo(Place.UNITED_STATES);
    assertThat(block.place(1)).isEqualTo(Place.ofCountry(Place.CHINA));
  }

  @Test
  void saysHowFarEachOfSeveralNationalIdsPassesItsRule() throws IOException {
    Source source = source(List.of(slot("a", NATIONAL_ID, "id")), List.of());

    MentionBlock block = prepare(source, List.of(record(source, "id", array(List.of("7", ID)))));

    assertThat(block.idStep(0)).isEqualTo(IdStep.VALID_18.ordinal());
    assertThat(block.birthYear(0)).isEqualTo(1949);
    assertThat(further(block, 0, NATIONAL_ID))
        .containsExactly(Map.entry(token(NATIONAL_ID, "7"), false));
    assertThat(block.further().idStep(0)).isEqualTo(IdStep.NOT_AN_ID_SHAPE.ordinal());
  }

  @Test
  void joinsColumnsThatBelongTogetherAndLeavesOutPartsWithoutContent() throws IOException {
    Slot slot =
        new Slot(
            "a",
            Map.of(
                ADDRESS,
                List.of(
                    new JoinedColumns(List.of("no", "street", "town")), JoinedColumns.of("old"))));
    Source source = source(List.of(slot), List.of("street"));

    MentionBlock block =
        prepare(
            source,
            List.of(
                record(source, "no", "12 ", "street", " High Street", "town", "Leeds"),
                record(source, "no", "-", "street", "High Street", "town", "null"),
                record(source, "no", "n/a", "town", "?", "old", "3 Low Lane"),
                record(source, "no", "n/a", "town", "?")));

    assertThat(block.token(0, ADDRESS)).isEqualTo(token(ADDRESS, "12 high street leeds"));
    assertThat(block.token(1, ADDRESS)).isEqualTo(token(ADDRESS, "high street"));
    assertThat(block.token(2, ADDRESS)).isEqualTo(token(ADDRESS, "3 low lane"));
    assertThat(block.token(3, ADDRESS)).isZero();
    assertThat(List.of(block.presence(0), block.presence(1)))
        .containsOnly(ADDRESS.bit() | 1L << Source.otherBit(0));
    assertThat(block.presence(2)).isEqualTo(block.validity(2)).isEqualTo(ADDRESS.bit());
    assertThat(block.presence(3)).isZero();
    assertThat(block.isMapped(3)).isTrue();
    assertThat(block.exactToken(2)).isNotEqualTo(block.exactToken(3));
  }

  @Test
  void putsABirthDateTogetherWhoseUnknownPartsKeepTheirPlaces() throws IOException {
    Slot slot =
        new Slot("a", Map.of(BIRTH_DATE, List.of(new JoinedColumns(List.of("y", "m", "d")))));
    Source source = source(List.of(slot), List.of());

    MentionBlock block =
        prepare(
            source,
            List.of(
                record(source, "y", "1987", "m", "3", "d", "7"),
                record(source, "y", "1987", "m", "03", "d", ""),
                record(source, "y", "1987", "m", "", "d", "7"),
                record(source, "y", "", "m", "3", "d", "7"),
                record(source, "y", "", "m", "", "d", "-")));

    // The lowest bits of a whole date are a number of its own.
    assertThat(block.token(0, BIRTH_DATE) >>> 30).isEqualTo(token(BIRTH_DATE, "1987-03-07") >>> 30);
    assertThat(block.token(1, BIRTH_DATE)).isEqualTo(token(BIRTH_DATE, "1987-03"));
    assertThat(block.token(2, BIRTH_DATE)).isEqualTo(token(BIRTH_DATE, "1987"));
    assertThat(block.token(3, BIRTH_DATE)).isEqualTo(token(BIRTH_DATE, "0 3 7"));
    assertThat(block.token(4, BIRTH_DATE)).isZero();
    assertThat(List.of(block.birthYear(0), block.birthYear(1), block.birthYear(2)))
        .containsOnly(1987);
    assertThat(block.birthYear(3)).isZero();
    assertThat(block.validity(0)).isEqualTo(BIRTH_DATE.bit());
    assertThat(List.of(block.validity(1), block.validity(2), block.validity(3))).containsOnly(0L);
    assertThat(List.of(block.presence(1), block.presence(2), block.presence(3)))
        .containsOnly(BIRTH_DATE.bit());
  }

  @Test
  void tellsOrganisationsByTheirNamesButNeverSomebodyWithABirthDateOrACheckedId()
      throws IOException {
    Source source =
        source(
            List.of(
                slot(
                    "a",
                    FULL_NAME,
                    "name",
                    GIVEN_NAME,
                    "first",
                    SURNAME,
                    "last",
                    BIRTH_DATE,
                    "born",
                    NATIONAL_ID,
                    "id",
                    ORGANISATION,
                    "firm")),
            List.of());

    MentionBlock block =
        prepare(
            source,
            List.of(
                record(source, "name", "Analytical Engines Ltd."),
                record(source, "last", "Analytical Engines Ltd."),
                record(source, "firm", "Analytical Engines"),
                record(source, "first", "Ada", "last", "Engines Ltd"),
                record(source, "name", "Ada Lovelace", "firm", "Analytical Engines"),
                record(source, "name", "Engines Ltd", "born", "1949"),
                record(source, "firm", "Engines", "id", ID),
                record(source)));

    assertThat(IntStream.range(0, block.size()).filter(block::isOrganisation).toArray())
        .containsExactly(0, 1, 2);
    assertThat(block.presence(2)).isEqualTo(ORGANISATION.bit());
  }

  @Test
  void composesAFullNameThatMeetsTheWrittenOneButIsNotPresent() throws IOException {
    Source source =
        source(
            List.of(slot("a", SURNAME, "last", GIVEN_NAME, "first", FULL_NAME, "name")), List.of());

    MentionBlock block =
        prepare(
            source,
            List.of(
                record(source, "last", "Müller", "first", "Ann"),
                record(source, "name", "ANN MÜLLER"),
                record(source, "last", "张", "first", "伟"),
                record(source, "last", "张")));

    assertThat(block.token(0, FULL_NAME)).isNotZero().isEqualTo(block.token(1, FULL_NAME));
    assertThat(block.token(2, FULL_NAME)).isEqualTo(token(FULL_NAME, "张伟"));
    assertThat(block.token(3, FULL_NAME)).isZero();
    assertThat(block.presence(0)).isEqualTo(SURNAME.bit() | GIVEN_NAME.bit());
    assertThat(block.validity(0)).isEqualTo(SURNAME.bit() | GIVEN_NAME.bit());
  }

  @Test
  void takesFactsFromACheckedIdAndElseFromTheFields() throws IOException {
    Source source =
        source(List.of(slot("a", NATIONAL_ID, "id", SEX, "sex", BIRTH_DATE, "born")), List.of());

    MentionBlock block =
        prepare(
            source,
            List.of(
                record(source, "id", ID, "sex", "M", "born", "1980-02-03"),
                record(source, "id", "110105194912310021", "sex", "M", "born", "1980-02-03"),
                record(source, "sex", "女", "born", "1980-02-30")));

    requireFacts(block, 0, IdStep.VALID_18, Place.ofProvince(11), Sex.FEMALE, 1949);
    requireFacts(block, 1, IdStep.BAD_CHECK, 0, Sex.MALE, 1980);
    requireFacts(block, 2, IdStep.NOT_AN_ID_SHAPE, 0, Sex.FEMALE, 0);
  }

  @Test
  void placesWhoHasNoCheckedIdByPostalCodeOrPhone() throws IOException {
    List<Slot> slots = List.of(slot("a", NATIONAL_ID, "id", POSTAL_CODE, "zip", PHONE, "tel"));
    Source chinese = source(slots, List.of());
    Source american =
        new Source(
            "s",
            chinese.files(),
            chinese.format(),
            "UTF-8",
            slots,
            List.of(),
            new NormaliseSettings("US", NationalIdRule.CN_RESIDENT_ID, DateOrder.MONTH_FIRST));

    MentionBlock block =
        prepare(
            american,
            List.of(
                record(american, "id", ID, "zip", "62706", "tel", "+49 30 123456"),
                record(american, "id", "1", "zip", "62706-1234", "tel", "+49 30 123456"),
                record(american, "zip", "62706"),
                record(american, "zip", "999", "tel", "+49 30 123456"),
                record(american, "tel", "(217) 555-0123"),
                record(american, "tel", "12")));
    MentionBlock elsewhere = prepare(chinese, List.of(record(chinese, "zip", "62706")));

    assertThat(IntStream.range(0, block.size()).mapToObj(row -> block.place(row)).toList())
        .containsExactly(
            Place.ofProvince(11),
            Place.ofState(UsState.IL),
            Place.ofState(UsState.IL),
            Place.ofCountry(276),
            Place.ofCountry(840),
            Place.UNKNOWN);
    assertThat(elsewhere.place(0)).isEqualTo(Place.UNKNOWN);
  }

  @Test
  void judgesNoIdByARuleThatTheSourceDoesNotName() throws IOException {
    Source resident = source(List.of(slot("a", NATIONAL_ID, "id")), List.of());
    Source opaque =
        new Source(
            "s",
            resident.files(),
            resident.format(),
            "UTF-8",
            resident.slots(),
            List.of(),
            new NormaliseSettings("CN", NationalIdRule.OPAQUE, DateOrder.DAY_FIRST));

    MentionBlock block =
        prepare(opaque, List.of(record(opaque, "id", ID), record(opaque, "id", "AB-123456")));

    requireFacts(block, 0, IdStep.NOT_AN_ID_SHAPE, 0, Sex.UNKNOWN, 0);
    assertThat(block.validity(1)).isEqualTo(NATIONAL_ID.bit());
  }

  @Test
  void letsAnIdOfFifteenDigitsMeetItsSuccessorAndNeverTakesItForChecked() throws IOException {
    Source source =
        ruled(
            new NormaliseSettings(
                "CN",
                NationalIdRule.CN_RESIDENT_ID,
                DateOrder.DAY_FIRST,
                EmailAliases.MERGE,
                FifteenDigitIds.UPGRADE));

    MentionBlock block =
        prepare(source, List.of(record(source, "id", ID), record(source, "id", "110105491231002")));

    requireFacts(block, 0, IdStep.VALID_18, Place.ofProvince(11), Sex.FEMALE, 1949);
    requireFacts(block, 1, IdStep.VALID_15, 0, Sex.UNKNOWN, 0);
    assertThat(block.token(1, NATIONAL_ID)).isEqualTo(block.token(0, NATIONAL_ID)).isNotZero();
    assertThat(block.validity(1)).isEqualTo(NATIONAL_ID.bit());
    assertThat(Node.of(block, 1, ResolveMethod.IDENTIFIERS))
        .isEqualTo(Node.of(block, 0, ResolveMethod.IDENTIFIERS));
    assertThat(Node.kind(Node.of(block, 1, ResolveMethod.MATCHING))).isEqualTo(NodeKind.CONTENT);
  }

  @Test
  void letsTheSpellingsOfAnIdOfAnotherCountryMeet() throws IOException {
    Source source = ruled(new NormaliseSettings("BR", NationalIdRule.BR_CPF, DateOrder.DAY_FIRST));

    MentionBlock block =
        prepare(
            source,
            List.of(
                record(source, "id", "111.444.777-35"),
                record(source, "id", "11144477735"),
                record(source, "id", "11144477736")));

    assertThat(block.token(1, NATIONAL_ID)).isEqualTo(block.token(0, NATIONAL_ID)).isNotZero();
    assertThat(List.of(block.validity(0), block.validity(1))).containsOnly(NATIONAL_ID.bit());
    assertThat(block.validity(2)).isZero();
    requireFacts(block, 0, IdStep.NOT_AN_ID_SHAPE, 0, Sex.UNKNOWN, 0);
  }

  private static Source ruled(NormaliseSettings rules) {
    Source source = source(List.of(slot("a", NATIONAL_ID, "id")), List.of());
    return new Source(
        "s", source.files(), source.format(), "UTF-8", source.slots(), List.of(), rules);
  }

  @Test
  void yieldsAMentionForEachSlotWithContentAndAtLeastOne() throws IOException {
    Source source =
        source(
            List.of(
                slot("reporter", FULL_NAME, "r", PHONE, "rt"),
                slot("suspect", FULL_NAME, "s", ADDRESS, "sa")),
            List.of("note"));

    MentionBlock block =
        prepare(
            source,
            List.of(
                record(source, "r", "Ann", "s", "Bo", "note", "n"),
                record(source, "s", "Bo", "note", "n"),
                record(source, "r", "Ann"),
                record(source, "note", "n"),
                record(source)));

    assertThat(block.size()).isEqualTo(6);
    int note = Source.otherBit(0);
    requireMention(block, 0, 0, true, true, FULL_NAME.bit() | 1L << note);
    requireMention(block, 1, 1, true, false, FULL_NAME.bit());
    requireMention(block, 2, 1, true, true, FULL_NAME.bit() | 1L << note);
    requireMention(block, 3, 0, true, true, FULL_NAME.bit());
    requireMention(block, 4, 1, true, true, 1L << note);
    requireMention(block, 5, 1, false, true, 0);
    assertThat(block.position(1)).isEqualTo(block.position(0));
    assertThat(block.exactToken(1)).isEqualTo(block.exactToken(0));
    assertThat(block.contentToken(1)).isEqualTo(block.contentToken(0));
    assertThat(block.token(1, FULL_NAME)).isEqualTo(block.token(2, FULL_NAME));
  }

  @Test
  void tellsRecordsApartThatListTheSameValuesInOtherColumns() throws IOException {
    Source source = source(List.of(slot("a", PHONE, "tel", NATIONAL_ID, "id")), List.of());

    MentionBlock block =
        prepare(
            source,
            List.of(
                record(source, "id", "a", "tel", array(List.of("b", "c"))),
                record(source, "id", array(List.of("a", "b")), "tel", "c"),
                record(
                    source, "id", array(List.of("a", "b")), "tel", array(List.of("c", "d", "e"))),
                record(
                    source, "id", array(List.of("a", "b", "c")), "tel", array(List.of("d", "e"))),
                record(source, "id", array(List.of("b", "a")), "tel", "c")));

    Set<Long> tokens = new HashSet<>();
    for (int row = 0; row < 4; row++) {
      tokens.add(block.exactToken(row));
      tokens.add(block.contentToken(row));
    }
    assertThat(tokens).hasSize(8);
    assertThat(block.exactToken(4)).isEqualTo(block.exactToken(1));
  }

  @Test
  void givesRecordsTheTokensThatTheyHaveAlone() throws IOException {
    Source source =
        source(List.of(slot("a", FULL_NAME, "name"), slot("b", FULL_NAME, "of")), List.of("note"));
    List<List<String>> records = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      records.add(
          record(source, "name", "Ann " + i, "of", i % 3 == 0 ? "" : "Bo", "note", "x" + i % 7));
    }

    MentionBlock block = prepare(source, records);

    for (int row = 0; row < block.size(); row += 61) {
      MentionBlock alone = prepare(source, List.of(records.get((int) block.position(row) / 10)));
      for (int slot = 0; slot < alone.size(); slot++) {
        assertThat(List.of(alone.exactToken(slot), alone.contentToken(slot)))
            .as("row %d", row)
            .containsExactly(block.exactToken(row), block.contentToken(row));
      }
    }
  }

  /** Repeated records are counted over all sources, by whatever rules each reads its columns. */
  @Test
  void takesARecordAsItStandsForTheSameInASourceThatReadsItByOtherRules() throws IOException {
    Source phones = source(List.of(slot("a", FULL_NAME, "name", PHONE, "tel")), List.of());
    Source ids = source(List.of(slot("a", FULL_NAME, "name", NATIONAL_ID, "tel")), List.of());
    Source british =
        new Source(
            "s",
            List.of("leak"),
            new RecordFormat.JsonLines(),
            "UTF-8",
            phones.slots(),
            List.of(),
            new NormaliseSettings("GB", NationalIdRule.OPAQUE, DateOrder.DAY_FIRST));
    PrepareRecords preparing =
        new PrepareRecords(List.of(phones, ids, british), KEY, ResolveMethod.IDENTIFIERS, 0);
    for (int source = 0; source < 3; source++) {
      add(preparing, source, List.of(record(phones, "name", "ann", "tel", "13800138000")));
    }

    MentionBlock block = preparing.seal();

    assertThat(block.token(2, PHONE)).isNotEqualTo(block.token(0, PHONE));
    assertThat(List.of(block.exactToken(1), block.exactToken(2))).containsOnly(block.exactToken(0));
    assertThat(block.contentToken(2)).isNotEqualTo(block.contentToken(0));
  }

  @Test
  void tellsRecordsApartAsTheyStandAndAfterNormalisation() throws IOException {
    Source source = source(List.of(slot("a", FULL_NAME, "name", PHONE, "tel")), List.of("note"));

    MentionBlock block =
        prepare(
            source,
            List.of(
                record(source, "name", "Ann", "tel", "13800138000", "note", "x"),
                record(source, "name", "Ann", "tel", "13800138000", "note", "x"),
                record(source, "name", " ANN", "tel", "+8613800138000", "note", "X "),
                record(source, "name", "Ann", "tel", "13800138000", "note", "y"),
                record(source, "name", "Ann", "tel", "", "note", "13800138000")));

    assertThat(block.exactToken(1)).isEqualTo(block.exactToken(0));
    assertThat(block.contentToken(1)).isEqualTo(block.contentToken(0));
    assertThat(block.exactToken(2)).isNotEqualTo(block.exactToken(0));
    assertThat(block.contentToken(2)).isEqualTo(block.contentToken(0));
    assertThat(
            List.of(
                block.contentToken(0),
                block.contentToken(3),
                block.contentToken(4),
                block.exactToken(0),
                block.exactToken(3),
                block.exactToken(4)))
        .doesNotHaveDuplicates();
  }

  @Test
  void doesNotTakeWhatStandsForNothingAsContent() throws IOException {
    Source source = source(List.of(slot("a", FULL_NAME, "name")), List.of("note"));

    MentionBlock block = prepare(source, List.of(record(source, "name", "NULL", "note", "n/a")));

    requireMention(block, 0, 0, true, true, 0);
    assertThat(block.token(0, FULL_NAME)).isZero();
  }

  @Test
  void readsSeveralSourcesByTheirIndex() throws IOException {
    Source first = source(List.of(slot("a", FULL_NAME, "name")), List.of());
    Source second = source(List.of(slot("a", PHONE, "tel", FULL_NAME, "name")), List.of());
    PrepareRecords records =
        new PrepareRecords(List.of(first, second), KEY, ResolveMethod.IDENTIFIERS, 0);

    add(records, 1, List.of(record(second, "tel", "13800138000", "name", "Ann")));
    add(records, 0, List.of(record(first, "name", "Ann")));
    MentionBlock block = records.seal();

    assertThat(List.of(block.source(0), block.source(1))).containsExactly(1, 0);
    assertThat(block.token(0, FULL_NAME)).isEqualTo(block.token(1, FULL_NAME));
    assertThat(block.token(0, PHONE)).isEqualTo(token(PHONE, "13800138000"));
  }

  @Test
  void forgetsTheRecordBeforeAndAllRecordsWhenCleared() throws IOException {
    Source source =
        source(
            List.of(slot("a", NATIONAL_ID, "id", FULL_NAME, "name", SURNAME, "l", GIVEN_NAME, "g")),
            List.of("note"));
    List<String> full = record(source, "id", ID, "l", "张", "g", "伟", "note", "n");
    List<String> bare = record(source, "name", "Ann");
    MentionBlock expected = prepare(source, List.of(bare));
    PrepareRecords records = new PrepareRecords(List.of(source), KEY, ResolveMethod.IDENTIFIERS, 0);

    add(records, 0, List.of(full, bare));
    MentionBlock both = records.seal();
    assertThat(facts(both, 1)).isEqualTo(facts(expected, 0));
    records.clear();
    add(records, 0, List.of(bare));
    MentionBlock alone = records.seal();

    assertThat(alone.size()).isEqualTo(1);
    assertThat(facts(alone, 0)).isEqualTo(facts(expected, 0));
  }

  @Test
  void putsTokensIntoTheirRowsOfManyRecordsWithSeveralValues() throws IOException {
    Source source =
        source(
            List.of(
                new Slot(
                    "a",
                    Map.of(
                        PHONE, List.of(JoinedColumns.of("mobile"), JoinedColumns.of("tel")),
                        FULL_NAME, List.of(JoinedColumns.of("name")),
                        ADDRESS, List.of(JoinedColumns.of("home"))),
                    Map.of(PHONE, ValueChoice.ALL_COLUMNS))),
            List.of());
    List<List<String>> all = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      all.add(
          record(
              source,
              "mobile",
              "138%08d".formatted(i),
              "tel",
              "139%08d".formatted(i),
              "name",
              "n" + i,
              "home",
              "street %d, town".formatted(i)));
    }

    MentionBlock block = prepare(source, all);

    for (int row = 0; row < 3_000; row++) {
      assertThat(block.token(row, PHONE)).isEqualTo(token(PHONE, "138%08d".formatted(row)));
      assertThat(block.token(row, FULL_NAME)).isEqualTo(token(FULL_NAME, "n" + row));
      assertThat(block.token(row, ADDRESS))
          .isEqualTo(token(ADDRESS, "street %d, town".formatted(row)));
      int entry = block.further().from(row);
      assertThat(block.further().token(entry)).isEqualTo(token(PHONE, "139%08d".formatted(row)));
    }
  }

  @Test
  void givesTheSameTokensInAnyOrderAndOtherOnesUnderAnotherKey() throws IOException {
    Source source = source(List.of(slot("a", PHONE, "tel", FULL_NAME, "name")), List.of());
    List<List<String>> all = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      all.add(record(source, "tel", "138%08d".formatted(i), "name", "n" + i));
    }
    List<List<String>> reversed = new ArrayList<>(all);
    Collections.reverse(reversed);
    PrepareRecords forwards =
        new PrepareRecords(List.of(source), KEY, ResolveMethod.IDENTIFIERS, 0);
    PrepareRecords backwards =
        new PrepareRecords(List.of(source), KEY, ResolveMethod.IDENTIFIERS, 0);
    PrepareRecords other =
        new PrepareRecords(List.of(source), TokenKey.random(), ResolveMethod.IDENTIFIERS, 0);

    add(forwards, 0, all);
    add(backwards, 0, reversed);
    add(other, 0, all);

    MentionBlock block = forwards.seal();
    MentionBlock same = backwards.seal();
    MentionBlock different = other.seal();
    Set<Long> tokens = new HashSet<>();
    for (int row = 0; row < 3_000; row++) {
      assertThat(same.token(2_999 - row, PHONE)).isEqualTo(block.token(row, PHONE));
      assertThat(same.exactToken(2_999 - row)).isEqualTo(block.exactToken(row));
      tokens.addAll(
          List.of(
              block.token(row, PHONE),
              block.exactToken(row),
              block.contentToken(row),
              different.token(row, PHONE)));
    }
    assertThat(tokens).hasSize(12_000).doesNotContain(0L);
  }

  @Test
  void isFullAfterManyMentionsOrManyBytes() throws IOException {
    Source source = source(List.of(slot("a", FULL_NAME, "name")), List.of("note"));
    PrepareRecords many = new PrepareRecords(List.of(source), KEY, ResolveMethod.IDENTIFIERS, 0);
    PrepareRecords large = new PrepareRecords(List.of(source), KEY, ResolveMethod.IDENTIFIERS, 0);
    List<String> megabytes = record(source, "note", "x".repeat(8 << 20));

    add(many, 0, Collections.nCopies(16_383, record(source, "name", "Ann")));
    assertThat(many.isFull()).isFalse();
    add(many, 0, List.of(record(source, "name", "Ann")));
    assertThat(many.isFull()).isTrue();
    add(large, 0, List.of(megabytes));
    assertThat(large.isFull()).isFalse();
    add(large, 0, Collections.nCopies(4, megabytes));
    assertThat(large.isFull()).isTrue();
    large.clear();
    assertThat(large.isFull()).isFalse();
  }

  private static String array(List<String> values) {
    return String.join(ListCursor.NEXT, values);
  }

  /** Tokens of further values, each with whether it is valid. */
  private static List<Map.Entry<Long, Boolean>> further(
      MentionBlock block, int row, PersonField field) {
    FurtherTokens further = block.further();
    return IntStream.range(0, further.size())
        .filter(entry -> further.row(entry) == row && further.field(entry) == field)
        .mapToObj(entry -> Map.entry(further.token(entry), further.isValid(entry)))
        .toList();
  }

  private static void requireFacts(
      MentionBlock block, int row, IdStep step, int place, Sex sex, int birthYear) {
    assertThat(List.of(block.idStep(row), block.place(row), block.sex(row), block.birthYear(row)))
        .containsExactly(step.ordinal(), place, sex, birthYear);
  }

  private static void requireMention(
      MentionBlock block, int row, int slot, boolean mapped, boolean lead, long presence) {
    assertThat(
            List.of(block.slot(row), block.isMapped(row), block.isLead(row), block.presence(row)))
        .as("mention %d", row)
        .containsExactly(slot, mapped, lead, presence);
  }

  private static List<Object> facts(MentionBlock block, int row) {
    List<Object> facts = new ArrayList<>();
    facts.addAll(List.of(block.presence(row), block.validity(row), block.idStep(row)));
    facts.addAll(List.of(block.place(row), block.sex(row), block.birthYear(row)));
    facts.addAll(List.of(block.exactToken(row), block.contentToken(row)));
    facts.addAll(List.of(block.isLead(row), block.isMapped(row)));
    for (PersonField field : PersonField.values()) {
      facts.add(block.token(row, field));
    }
    return facts;
  }

  /** The token of a normalised value in the domain of its field. */
  private static long token(PersonField field, String raw) {
    String normal = FieldNormalisers.of(RULES).normalise(field, new RawValue(raw)).normal();
    CmacBatch batch = new CmacBatch(KEY);
    batch.add(RecordTexts.DOMAIN, normal);
    batch.seal();
    DomainTokens tokens = new DomainTokens(KEY);
    tokens.add(field.ordinal(), batch.high(0), batch.low(0));
    tokens.seal();
    return tokens.token(0);
  }

  private static MentionBlock prepare(Source source, List<List<String>> records)
      throws IOException {
    PrepareRecords preparing =
        new PrepareRecords(List.of(source), KEY, ResolveMethod.IDENTIFIERS, 0);
    add(preparing, 0, records);
    return preparing.seal();
  }

  private static void add(PrepareRecords preparing, int source, List<List<String>> records)
      throws IOException {
    ListCursor cursor = new ListCursor(7, records);
    while (cursor.next()) {
      preparing.prepare(new Split(source, 7, 0, 100), cursor);
    }
  }

  /** A record by names of columns and their values; the other columns are empty. */
  private static List<String> record(Source source, String... values) {
    String[] record = new String[source.columns().size()];
    Arrays.fill(record, "");
    for (int i = 0; i < values.length; i += 2) {
      record[source.columns().indexOf(values[i])] = values[i + 1];
    }
    return List.of(record);
  }

  private static Slot slot(String name, Object... fieldsAndColumns) {
    Map<PersonField, List<String>> columns = new EnumMap<>(PersonField.class);
    for (int i = 0; i < fieldsAndColumns.length; i += 2) {
      columns.put((PersonField) fieldsAndColumns[i], List.of((String) fieldsAndColumns[i + 1]));
    }
    return Slot.of(name, columns);
  }

  private static Source source(List<Slot> slots, List<String> other) {
    return new Source(
        "s", List.of("leak"), new RecordFormat.JsonLines(), "UTF-8", slots, other, RULES);
  }
}
