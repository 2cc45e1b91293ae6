package leakcensus.authenticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import leakcensus.config.LoadedConfig;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.normalise.AreaCodes;
import leakcensus.normalise.IdStep;
import leakcensus.normalise.ResidentId;
import leakcensus.person.BirthAndSex;
import leakcensus.person.Sex;
import leakcensus.population.RoundCounts;
import leakcensus.population.SmallCells;
import leakcensus.synthetic.SyntheticPerson;
import leakcensus.synthetic.SyntheticPopulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeSignsTest {

  private static final int ALL = CountTable.ALL_SOURCES;
  private static final int SEEDS = 100;
  private static final int MENTIONS = 1_000;
  private static final int[] AREAS = AreaCodes.all();

  /** Ways to make up a leak, and the sign that must tell each. */
  enum Fabrication {
    /** Eighteen digits. */
    RANDOM_DIGITS("id-area-code"),
    /** A known area code, and digits. */
    AREA_AND_DIGITS("id-calendar"),
    /** Area code and date, and any check digit. */
    ANY_CHECK_DIGIT("id-check-digit"),
    /** A right id, and a sex of its own. */
    OTHER_SEX("id-sex"),
    /** A right id, and a birth date of its own. */
    OTHER_DATE("id-birth-date"),
    /** Months of 28 days. */
    DAYS_TO_28("id-late-days"),
    /** Numbers from 0 to 99. */
    LOW_NUMBERS("id-sequence-first-digit"),
    /** Numbers counted through, day after day. */
    COUNTED_THROUGH("id-sequence-second-digit"),
    /** Years evenly from 1900 on. */
    EVEN_YEARS("age-100"),
    /** Phones counted through. */
    PHONES_IN_A_ROW("phone-last-digit"),
    /** Phones that end with 8 in half of the cases. */
    LUCKY_PHONES("phone-last-digit"),
    /** One phone for a third of all. */
    ONE_PHONE("commonest-phone");

    private final String sign;

    Fabrication(String sign) {
      this.sign = sign;
    }
  }

  @ParameterizedTest
  @EnumSource(Fabrication.class)
  void findsALeakOfAThousandMadeUpMentions(Fabrication way) {
    int caught = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      MadeUpMentions leak = new MadeUpMentions();
      for (int number = 0; number < MENTIONS; number++) {
        makeUp(way, number, random, leak);
      }
      if (row(leak.counts(), way.sign).reading() == Reading.FABRICATION_LIKELY) {
        caught++;
      }
    }

    assertThat(caught).as("caught of %d seeds", SEEDS).isGreaterThanOrEqualTo(99);
  }

  @Test
  void findsIdsThatCrowdIntoOneDay() {
    // 100,000 ids of 100 days of one area: one cell in sixteen is looked at.
    MadeUpMentions leak = new MadeUpMentions();
    for (int number = 0; number < 100_000; number++) {
      String body = "110101" + date(LocalDate.of(1990, 1, 1).plusDays(number / 1_000));
      leak.add(id(body, number % 1_000), Sex.UNKNOWN, "", "");
    }

    CountTable counts = leak.counts();
    assertThat(row(counts, "id-crowding").reading()).isEqualTo(Reading.FABRICATION_LIKELY);
    assertThat(row(counts, "id-neighbours").observed().orElseThrow()).isEqualTo(4.0 / 999);
  }

  /** One of fifty ids is mistyped, one of a hundred phones a placeholder: as in synthesise. */
  @ParameterizedTest(name = "{0} mentions, {1} seeds")
  @CsvSource({"200, 100", "1000, 100", "50000, 4"})
  void readsNothingUnusualOfInhabitantsOfTheCensus(int mentions, int seeds) {
    for (int seed = 0; seed < seeds; seed++) {
      List<SignRow> rows = judge(genuine(seed, mentions));

      assertThat(rows)
          .as("seed %d", seed)
          .extracting(SignRow::reading)
          .containsOnly(Reading.USUAL, Reading.NOT_TESTABLE)
          .contains(Reading.USUAL);
    }
  }

  /** Records are heavy-tailed: without allowance for repeats the digits would deviate. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3})
  void allowsForRepeatsOfTheSameValues(int seed) {
    Random random = new Random(seed);
    SyntheticPopulation people = population(seed);
    MadeUpMentions leak = new MadeUpMentions();
    for (int number = 0; number < 2_000; number++) {
      SyntheticPerson person = people.person(number);
      int times = (int) Math.min(20, 1 / random.nextDouble());
      for (int time = 0; time < times; time++) {
        leak.add(person.nationalId(), person.sex(), person.birthDate().toString(), person.phone());
      }
    }

    CountTable counts = leak.counts();
    for (String sign : List.of("phone-last-digit", "id-sequence-second-digit")) {
      assertThat(row(counts, sign).pValue().orElseThrow()).isGreaterThan(1e-3);
    }
    assertThat(judge(counts))
        .extracting(SignRow::reading)
        .containsOnly(Reading.USUAL, Reading.NOT_TESTABLE);
  }

  @Test
  void estimatesTheShareOfInventedIdsFromThoseThatFail() {
    // 200 of 1,200 fail, as 220 invented ids would.
    CountTable counts = new CountTable();
    steps(counts, 0, 200, 1_000);

    SignRow row = row(counts, "id-check-digit");

    assertThat(row.tested()).isEqualTo(1_200);
    assertThat(row.observed().orElseThrow()).isCloseTo(220.0 / 1_200, within(1e-12));
    assertThat(row.lower().orElseThrow()).isBetween(0.15, 220.0 / 1_200);
    assertThat(row.upper().orElseThrow()).isBetween(220.0 / 1_200, 0.21);
    assertThat(row.reading()).isEqualTo(Reading.UNUSUAL);
    assertThat(row.explanation())
        .isEqualTo(
            "18.33 % of ids with a known area code and a birth date would be invented, if no error"
                + " of typing or reading were among those with a wrong check digit (10 of 11"
                + " invented ids fail it). Whoever computes the check digit leaves no such sign.");
  }

  @Test
  void withholdsSharesOfFewMentions() {
    CountTable counts = new CountTable();
    steps(counts, 0, 5, 1_000);

    SignRow row = row(counts, "id-check-digit");

    assertThat(row.suppressed()).isTrue();
    assertThat(row.observed()).isEmpty();
    assertThat(row.lower()).isEmpty();
    assertThat(row.upper()).isEmpty();
    assertThat(row.reading()).isEqualTo(Reading.USUAL);
    assertThat(row.explanation()).startsWith("A withheld share of ids ");
  }

  @Test
  void withholdsTheOtherSourcesWhereOneIsWithheld() {
    CountTable counts = new CountTable();
    steps(counts, 0, 5, 1_000);
    steps(counts, 1, 100, 1_000);

    List<SignRow> rows =
        judge(counts, 2).stream().filter(row -> row.sign().equals("id-check-digit")).toList();

    assertThat(rows).extracting(SignRow::source).containsExactly(ALL, 0, 1);
    assertThat(rows).extracting(SignRow::suppressed).containsExactly(false, true, true);
    assertThat(rows.get(2).observed()).isEmpty();
    assertThat(rows.get(2).explanation()).isEqualTo("Withheld, as that of another source is.");
  }

  @Test
  void tellsNoYearThatFewPersonsReach() {
    CountTable counts = new CountTable();
    years(counts, 1890, 4);
    years(counts, 1905, 6);
    years(counts, 1912, 1);
    years(counts, 1980, 900);
    years(counts, 2019, 11);

    SignRow oldest = row(counts, "oldest-birth-year");
    SignRow newest = row(counts, "newest-birth-year");

    assertThat(oldest.observed().orElseThrow()).isEqualTo(1912);
    assertThat(oldest.explanation()).isEqualTo("11 persons or more were born in 1912 or before.");
    assertThat(newest.observed().orElseThrow()).isEqualTo(2019);
    assertThat(newest.explanation())
        .isEqualTo("11 persons or more were born in 2019 or later: persons were still added then.");
    assertThat(row(counts, "age-110").observed().orElseThrow()).isEqualTo(11.0 / 922);
    assertThat(row(counts, "age-100").observed().orElseThrow()).isEqualTo(11.0 / 922);
  }

  @Test
  void withholdsTheOldestWhereFewLieBetweenThemAndTheOld() {
    CountTable counts = new CountTable();
    years(counts, 1900, 40);
    years(counts, 1920, 5);
    years(counts, 1980, 900);

    assertThat(row(counts, "age-100").suppressed()).isFalse();
    assertThat(row(counts, "age-110").suppressed()).isTrue();
    assertThat(row(counts, "age-110").explanation()).startsWith("A withheld share of persons ");
  }

  @Test
  void findsYearsThatCannotBe() {
    CountTable counts = new CountTable();
    years(counts, 1900, 20);
    years(counts, 2050, 20);

    assertThat(row(counts, "oldest-birth-year").reading()).isEqualTo(Reading.UNUSUAL);
    assertThat(row(counts, "oldest-birth-year").explanation())
        .isEqualTo(
            "11 persons or more were born in 1900 or before: nobody is known to have lived that"
                + " long.");
    assertThat(row(counts, "newest-birth-year").reading()).isEqualTo(Reading.UNUSUAL);
    assertThat(row(counts, "newest-birth-year").explanation())
        .isEqualTo("11 persons or more were born in 2050 or later, in the future.");
  }

  @Test
  void readsRepeatedRecordsAsRecycledAtMost() {
    CountTable counts = new CountTable();
    counts.add(Measure.NORMALISED_FREQUENCY, ALL, 0, 10, 100);

    SignRow row = row(counts, "repeated-records");

    assertThat(row.observed().orElseThrow()).isEqualTo(0.9);
    assertThat(row.reading()).isEqualTo(Reading.UNUSUAL);
  }

  @Test
  void testsNothingOfNothing() {
    List<SignRow> rows = judge(new CountTable());

    assertThat(rows).extracting(SignRow::sign).doesNotHaveDuplicates().hasSize(22);
    assertThat(rows).extracting(SignRow::reading).containsOnly(Reading.NOT_TESTABLE);
    assertThat(row(new CountTable(), "id-sex").explanation())
        .isEqualTo("0 independent mentions, persons or records; 100 are needed to read the sign.");
  }

  private static void makeUp(Fabrication way, int number, Random random, MadeUpMentions leak) {
    LocalDate birth =
        LocalDate.of(way == Fabrication.EVEN_YEARS ? 1900 : 1950, 1, 1)
            .plusDays(random.nextInt(way == Fabrication.EVEN_YEARS ? 44_000 : 20_000));
    if (way == Fabrication.DAYS_TO_28) {
      birth = birth.withDayOfMonth(1 + random.nextInt(28));
    }
    int sequence =
        switch (way) {
          case LOW_NUMBERS -> random.nextInt(100);
          case COUNTED_THROUGH -> number % 1_000;
          default -> random.nextInt(1_000);
        };
    String area = Integer.toString(AREAS[random.nextInt(AREAS.length)]);
    String id = id(area + date(birth), sequence);
    Sex sex = sequence % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    switch (way) {
      case RANDOM_DIGITS -> id = digits(18, random);
      case AREA_AND_DIGITS -> id = area + digits(12, random);
      case ANY_CHECK_DIGIT -> id = id.substring(0, 17) + "0123456789X".charAt(random.nextInt(11));
      case OTHER_SEX -> sex = random.nextBoolean() ? Sex.MALE : Sex.FEMALE;
      case OTHER_DATE -> birth = birth.plusDays(1 + random.nextInt(9_000));
      default -> {}
    }
    String phone =
        switch (way) {
          case PHONES_IN_A_ROW -> "+86138%08d".formatted(number);
          case LUCKY_PHONES ->
              "+86138" + digits(7, random) + (random.nextBoolean() ? "8" : digits(1, random));
          case ONE_PHONE -> number % 3 == 0 ? "+8613800138000" : "+86138" + digits(8, random);
          default -> "+86138" + digits(8, random);
        };
    leak.add(id, sex, birth.toString(), phone);
  }

  private static CountTable genuine(int seed, int mentions) {
    Random random = new Random(seed);
    SyntheticPopulation people = population(seed);
    MadeUpMentions leak = new MadeUpMentions();
    for (int number = 0; number < mentions; number++) {
      SyntheticPerson person = people.person(number);
      String id = person.nationalId();
      if (random.nextInt(50) == 0) {
        int place = random.nextInt(17);
        id = id.substring(0, place) + random.nextInt(10) + id.substring(place + 1);
      }
      leak.add(
          id,
          person.sex(),
          person.birthDate().toString(),
          random.nextInt(100) == 0 ? "+8613800138000" : "+86" + person.phone());
    }
    return leak.counts();
  }

  private static SyntheticPopulation population(int seed) {
    return new SyntheticPopulation(
        LoadedConfig.load(Optional.empty(), List.of("synthesise.seed=" + seed)).synthesis());
  }

  private static String id(String areaAndDate, int sequence) {
    return ResidentId.withCheckDigit(areaAndDate + "%03d".formatted(sequence));
  }

  private static String date(LocalDate date) {
    return date.toString().replace("-", "");
  }

  private static String digits(int number, Random random) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < number; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  private static void steps(CountTable counts, int source, long failing, long valid) {
    for (int each : new int[] {source, ALL}) {
      counts.add(Measure.ID_STEP_MENTIONS, each, IdStep.BAD_CHECK.ordinal(), failing);
      counts.add(Measure.ID_STEP_MENTIONS, each, IdStep.VALID_18.ordinal(), valid);
    }
  }

  private static void years(CountTable counts, int year, long persons) {
    counts.add(
        Measure.BIRTH_SEX_FREQUENCY, ALL, new BirthAndSex(year, Sex.UNKNOWN).packed(), 1, persons);
  }

  private static SignRow row(CountTable counts, String sign) {
    return judge(counts).stream().filter(row -> row.sign().equals(sign)).findFirst().orElseThrow();
  }

  private static List<SignRow> judge(CountTable counts) {
    return judge(counts, 1);
  }

  private static List<SignRow> judge(CountTable counts, int sources) {
    return new JudgeSigns(counts, sources, SmallCells.DEFAULT, RoundCounts.NONE, 0.95).judge();
  }
}
