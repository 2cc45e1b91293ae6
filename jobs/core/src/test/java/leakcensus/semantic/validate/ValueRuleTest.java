package leakcensus.semantic.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import leakcensus.semantic.ChineseResidentId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValueRuleTest {

  private static final long SEED = 20261128;
  private static final int DRAWS = 40_000;

  /** Examples that the named publications print, and near misses. */
  static Stream<Arguments> examples() {
    return Stream.of(
        // GB 11643-1999, appendix A
        rule(
            new ChineseResidentId(), "11010519491231002X 440524188001010014", "110105194912310021"),
        // UIDAI, sample card of the test environment
        rule(new Aadhaar(), "9999 4105 7058|999971658847", "999941057059"),
        // Income Tax Department, structure of PAN (AFZPK7190K)
        rule(new IndianPan(), "AFZPK7190K", "AFZXK7190K AFZPK0000K"),
        // Social Security Administration: 078-05-1120, printed on a card in wallets of 1938
        rule(
            new UsSocialSecurity(),
            "078-05-1120 219099999",
            "666-12-3456 900-12-3456 123-00-6789 000-12-3456"),
        // Receita Federal, usual example
        rule(new BrazilianCpf(), "111.444.777-35 52998224725", "111.444.777-36 11111111111"),
        // NIM39110: QQ is a prefix for examples only and no valid one
        rule(new BritishNino(), "AB123456C JG103759A", "QQ123456C BG123456A AB123456E"),
        // NHS Data Model and Dictionary
        rule(new NhsNumber(), "943 476 5919|9876543210|931 331 7125|546 606 6893", "9434765918"),
        // INSEE / Wikipedia "Numero de securite sociale en France"
        rule(new FrenchNir(), "255081416802538", "255081416802539"),
        // Bundeszentralamt fuer Steuern, Pruefziffernberechnung
        rule(
            new GermanTaxId(),
            "86095742719 47036892816 65929970489 36574261809",
            "86095742718 02476291358"),
        // Agenzia delle Entrate, usual examples
        rule(
            new CodiceFiscale(),
            "RSSMRA85T10A562S MRTMTT25D09F205Z RCCMNL83S18D969H",
            "RSSMRA85T10A562T"),
        // Ministerio del Interior, calculo del digito de control
        rule(new SpanishDni(), "12345678Z X1234567L 00000000T", "12345678A"),
        // Rijksdienst voor Identiteitsgegevens, test numbers
        rule(new DutchBsn(), "111222333 123456782", "111222334 000000000"),
        // gov.pl, the number on the specimen of an identity card
        rule(new PolishPesel(), "44051401359 02070803628", "44051401358 44133101359"),
        // Skatteverket
        rule(
            new SwedishPersonnummer(),
            "811218-9876 19811218-9876 640823-3234",
            "811218-9875 811318-9876"),
        // python-stdnum, stdnum.kr.rrn
        rule(new KoreanRrn(), "971013-9019902", "971013-9019903"),
        // Ministry of Internal Affairs, usual example
        rule(new JapaneseMyNumber(), "123456789018", "123456789012"),
        // National Immigration Agency, usual example
        rule(new TaiwaneseId(), "A123456789", "A123456788 A323456789"),
        // Immigration Department, specimen
        rule(
            new HongKongId(),
            "G123456(A) A123456(3) AB987654(3) D288754(2) E364912(5)",
            "A123456(4)"),
        // Pension Fund, usual example
        rule(new RussianSnils(), "112-233-445#95", "112-233-445#96"),
        // Federal Tax Service, usual example
        rule(new RussianInn(), "500100732259", "500100732258"),
        // SWIFT, IBAN registry
        rule(
            new BankAccountNumber(),
            "GB29NWBK60161331926819 DE89370400440532013000 NL91ABNA0417164300",
            "GB29NWBK60161331926818"),
        // schemes' test numbers
        rule(
            new PaymentCard(),
            "4111111111111111 5555555555554444 378282246310005 6011111111111117 3530111333300000 6200000000000005",
            "4111111111111112 1234567812345670"),
        // 3GPP TS 23.003, annex B; GSMA TS.06
        rule(new Imei(), "490154203237518 35-209900-176148-1", "490154203237519"),
        // 3GPP TS 23.003 with ITU-T E.212: 460 China, 310 United States
        rule(new Imsi(), "460001234567890 310150123456789", "999001234567890 46000123456789"),
        // RFC 5737, RFC 3849
        rule(new IpAddress(), "192.0.2.1 2001:db8::1 ::1", "192.0.2.256 1.2.3"),
        // RFC 7042
        rule(
            new MacAddress(),
            "00:00:5E:00:53:01 00-00-5E-00-53-01 0000.5e00.5301",
            "00:00:5E-00:53:01"),
        rule(new Coordinates(), "48.8583,2.2945 -33.8568 121.473701", "48.85 192.0021"),
        // GA 36-2018, shapes
        rule(new ChinesePlate(), "京A12345 沪AD12345 粤B12345D 京A1234警", "京I123O5 A12345"),
        rule(
            new PassportNumber(),
            "E12345678 AB1234567 C01X00T47".replace(" C01X00T47", ""),
            "123456789"),
        // Royal Mail; Canada Post; PostNL; Correios
        rule(
            new DistinctivePostalCode(),
            "SW1A#1AA K1A#0B1 1012#AB 01310-100 00-950 100-0001",
            "12345"),
        // RFC 1321, FIPS 180, of the empty text and of "abc"
        rule(
            PasswordHash.MD5,
            "d41d8cd98f00b204e9800998ecf8427e",
            "d41d8cd98f00b204e9800998ecf8427"),
        rule(
            PasswordHash.SHA_1,
            "a9993e364706816aba3e25717850c26c9cd0d89d",
            "a9993e364706816aba3e25717850c26c9cd0d89"),
        rule(
            PasswordHash.SHA_256,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            "ba78"),
        // Wikipedia "bcrypt"; the reference implementation of argon2
        rule(
            PasswordHash.BCRYPT,
            "$2a$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW",
            "$2a$06$DCq7"),
        rule(
            PasswordHash.ARGON2,
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$RdescudvJCsgt3ub+b2dWRWJTmaaJObG",
            "$argon2x$v=19$m=1"),
        rule(
            PasswordHash.NTLM,
            "aad3b435b51404eeaad3b435b51404ee:31d6cfe0d16ae931b73c59d7e0c089c0",
            "31d6cfe0d16ae931b73c59d7e0c089c0"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void passesPublishedExamplesAndRefusesNearMisses(
      String name, ValueRule rule, String valid, String invalid) {
    for (String value : values(valid)) {
      assertThat(rule.passes(value)).as("%s passes example %s", name, value).isTrue();
      assertThat(rule.passes("  " + value + " ")).as("%s with blanks around", name).isTrue();
    }
    for (String value : values(invalid)) {
      assertThat(rule.passes(value)).as("%s refuses %s", name, value).isFalse();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void takesAnyTextWithoutAFault(String name, ValueRule rule, String valid, String invalid) {
    Random random = new Random(SEED);
    for (String value : values(valid)) {
      for (int draw = 0; draw < 2_000; draw++) {
        rule.passes(damaged(value, random));
      }
    }
    rule.passes("");
    rule.passes("9".repeat(100_000));
    assertThat(rule.passes("\uD800\uDC00\u0000\uFFFF")).as(name).isFalse();
    assertThat(rule.passes("１２３４５６７８９０１２")).as("%s: full-width digits", name).isFalse();
  }

  /** Random strings of the right shape; dates and areas in them are real. */
  static Stream<Arguments> shapes() {
    return Stream.of(
        random(
            new ChineseResidentId(),
            draw -> "110105" + day(draw, "19") + digits(draw, 3) + one(draw, "0123456789X")),
        random(new Aadhaar(), draw -> one(draw, "23456789") + digits(draw, 11)),
        random(new IndianPan(), draw -> letters(draw, 5) + digits(draw, 4) + letters(draw, 1)),
        random(new UsSocialSecurity(), draw -> digits(draw, 9)),
        random(new BrazilianCpf(), draw -> digits(draw, 11)),
        random(new BritishNino(), draw -> letters(draw, 2) + digits(draw, 6) + letters(draw, 1)),
        random(new NhsNumber(), draw -> digits(draw, 10)),
        random(
            new FrenchNir(), draw -> one(draw, "12") + digits(draw, 2) + "07" + digits(draw, 10)),
        random(new GermanTaxId(), draw -> one(draw, "123456789") + digits(draw, 10)),
        random(
            new CodiceFiscale(),
            draw ->
                letters(draw, 6)
                    + digits(draw, 2)
                    + one(draw, "ABCDEHLMPRST")
                    + digits(draw, 2)
                    + letters(draw, 1)
                    + digits(draw, 3)
                    + letters(draw, 1)),
        random(new SpanishDni(), draw -> digits(draw, 8) + letters(draw, 1)),
        random(new DutchBsn(), draw -> digits(draw, 9)),
        random(new PolishPesel(), draw -> day(draw, "") + digits(draw, 5)),
        random(new SwedishPersonnummer(), draw -> day(draw, "19") + digits(draw, 4)),
        random(new KoreanRrn(), draw -> day(draw, "") + one(draw, "12345678") + digits(draw, 6)),
        random(new JapaneseMyNumber(), draw -> digits(draw, 12)),
        random(new TaiwaneseId(), draw -> letters(draw, 1) + one(draw, "12") + digits(draw, 8)),
        random(
            new HongKongId(),
            draw -> letters(draw, 1) + digits(draw, 6) + one(draw, "0123456789A")),
        random(new RussianSnils(), draw -> one(draw, "123456789") + digits(draw, 10)),
        random(new RussianInn(), draw -> digits(draw, 12)),
        random(new BankAccountNumber(), draw -> "DE" + digits(draw, 20)),
        random(new PaymentCard(), draw -> "4" + digits(draw, 15)),
        random(new Imei(), draw -> "35" + digits(draw, 13)),
        random(new Imsi(), draw -> digits(draw, 15)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  void letsRandomStringsPassAtTheRateThatTheoryGives(
      String name, ValueRule rule, Function<Random, String> shape) {
    Random random = new Random(SEED);

    int passed = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      passed += rule.passes(shape.apply(random)) ? 1 : 0;
    }

    double expected = DRAWS * rule.chanceRatio();
    double deviation = Math.sqrt(expected * (1 - rule.chanceRatio()));
    assertThat((double) passed)
        .as("%s: %d of %d pass, seed %d; theory %.1f", name, passed, DRAWS, SEED, expected)
        .isBetween(expected - 4.5 * deviation, expected + 4.5 * deviation);
  }

  private static Arguments rule(ValueRule rule, String valid, String invalid) {
    return Arguments.of(name(rule), rule, valid, invalid);
  }

  private static Arguments random(ValueRule rule, Function<Random, String> shape) {
    return Arguments.of(name(rule), rule, shape);
  }

  private static String name(ValueRule rule) {
    return rule instanceof PasswordHash hash ? hash.name() : rule.getClass().getSimpleName();
  }

  /** Values between blanks; # stands for a blank, and | parts values with blanks. */
  private static String[] values(String written) {
    String[] values = written.split(written.indexOf('|') < 0 ? " " : "\\|");
    for (int index = 0; index < values.length; index++) {
      values[index] = values[index].replace('#', ' ');
    }
    return values;
  }

  private static String damaged(String value, Random random) {
    StringBuilder text = new StringBuilder(value);
    for (int times = 1 + random.nextInt(4); times > 0 && !text.isEmpty(); times--) {
      int index = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(index);
        case 1 ->
            text.setCharAt(
                index,
                (char)
                    (random.nextInt(4) == 0 ? random.nextInt(0x10000) : 32 + random.nextInt(95)));
        default -> text.insert(index, (char) (32 + random.nextInt(95)));
      }
    }
    return text.toString();
  }

  private static String day(Random random, String century) {
    return "%s%02d%02d%02d"
        .formatted(century, random.nextInt(100), 1 + random.nextInt(12), 1 + random.nextInt(28));
  }

  private static String digits(Random random, int count) {
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < count; index++) {
      text.append(random.nextInt(10));
    }
    return text.toString();
  }

  private static String letters(Random random, int count) {
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < count; index++) {
      text.append((char) ('A' + random.nextInt(26)));
    }
    return text.toString();
  }

  private static String one(Random random, String characters) {
    return String.valueOf(characters.charAt(random.nextInt(characters.length())));
  }
}
