package leakcensus.semantic;

import java.util.function.Predicate;
import leakcensus.semantic.validate.Aadhaar;
import leakcensus.semantic.validate.BankAccountNumber;
import leakcensus.semantic.validate.BrazilianCpf;
import leakcensus.semantic.validate.BritishNino;
import leakcensus.semantic.validate.ChinesePlate;
import leakcensus.semantic.validate.CodiceFiscale;
import leakcensus.semantic.validate.Coordinates;
import leakcensus.semantic.validate.DistinctivePostalCode;
import leakcensus.semantic.validate.DutchBsn;
import leakcensus.semantic.validate.FrenchNir;
import leakcensus.semantic.validate.GermanTaxId;
import leakcensus.semantic.validate.HongKongId;
import leakcensus.semantic.validate.Imei;
import leakcensus.semantic.validate.Imsi;
import leakcensus.semantic.validate.IndianPan;
import leakcensus.semantic.validate.IpAddress;
import leakcensus.semantic.validate.JapaneseMyNumber;
import leakcensus.semantic.validate.KoreanRrn;
import leakcensus.semantic.validate.MacAddress;
import leakcensus.semantic.validate.NhsNumber;
import leakcensus.semantic.validate.PassportNumber;
import leakcensus.semantic.validate.PasswordHash;
import leakcensus.semantic.validate.PaymentCard;
import leakcensus.semantic.validate.PolishPesel;
import leakcensus.semantic.validate.RussianInn;
import leakcensus.semantic.validate.RussianSnils;
import leakcensus.semantic.validate.SpanishDni;
import leakcensus.semantic.validate.SwedishPersonnummer;
import leakcensus.semantic.validate.TaiwaneseId;
import leakcensus.semantic.validate.UsSocialSecurity;
import leakcensus.semantic.validate.ValueRule;

/**
 * A test of single values, and how telling it is.
 *
 * <p>Of the values of a column of its type the ratio {@code expected} passes (some are noise), of
 * those of other columns {@code elsewhere}. For forms with check digits one in twenty values of
 * another column is taken to have the shape, and of those only as many pass as chance lets: {@code
 * elsewhere = chance / 20}. The other ratios are set by judgement.
 */
enum ValueTest {
  WHOLE_LATIN(
      SemanticType.FULL_NAME,
      NameTests::isWholeLatin,
      0.7,
      0.02,
      "are words of which one is a known given name"),
  WHOLE_BY_FAMILY(
      SemanticType.FULL_NAME,
      NameTests::isWholeByFamily,
      0.4,
      0.02,
      "are words of which one is a known family name"),
  WHOLE_HAN(
      SemanticType.FULL_NAME,
      NameTests::isWholeHan,
      0.95,
      0.05,
      "are two to four Han characters that begin with a surname"),
  WHOLE_HANGUL(
      SemanticType.FULL_NAME,
      NameTests::isWholeHangul,
      0.95,
      0.03,
      "are two to four syllables of Hangul that begin with a surname"),
  WHOLE_CYRILLIC(
      SemanticType.FULL_NAME,
      NameTests::isWholeCyrillic,
      0.9,
      0.01,
      "are Cyrillic words with a known name or a name of the father"),
  GIVEN(SemanticType.GIVEN_NAME, NameTests::isGiven, 0.5, 0.02, "are known given names"),
  GIVEN_HAN(
      SemanticType.GIVEN_NAME,
      NameTests::isGivenHan,
      0.75,
      0.06,
      "are one or two characters of given names"),
  FAMILY(SemanticType.FAMILY_NAME, NameTests::isFamily, 0.3, 0.015, "are known family names"),
  FAMILY_HAN(SemanticType.FAMILY_NAME, NameTests::isFamilyHan, 0.95, 0.02, "are Chinese surnames"),
  FAMILY_CYRILLIC(
      SemanticType.FAMILY_NAME,
      NameTests::isFamilyCyrillic,
      0.9,
      0.03,
      "end as Russian family names"),
  RESIDENT_ID(
      SemanticType.CN_RESIDENT_ID,
      new ChineseResidentId(),
      "pass area, date and check digit of a Chinese resident id"),
  AADHAAR(SemanticType.IN_AADHAAR, new Aadhaar(), "pass the check digit of an Aadhaar number"),
  PAN(SemanticType.IN_PAN, new IndianPan(), "have the form of an Indian PAN"),
  SSN_GROUPED(
      SemanticType.US_SSN,
      FieldTests::isGroupedSsn,
      0.95,
      0.003,
      "have the form of a US social security number, 3-2-4"),
  SSN(
      SemanticType.US_SSN,
      onText(new UsSocialSecurity()),
      0.97,
      0.2,
      "have nine digits in use as US social security numbers"),
  CPF(SemanticType.BR_CPF, new BrazilianCpf(), "pass both check digits of a CPF"),
  NINO(SemanticType.UK_NINO, new BritishNino(), "have the form of a UK national insurance number"),
  NHS(SemanticType.UK_NHS_NUMBER, new NhsNumber(), "pass the check digit of an NHS number"),
  NIR(SemanticType.FR_NIR, new FrenchNir(), "pass the key of a French NIR"),
  TAX_ID_DE(SemanticType.DE_TAX_ID, new GermanTaxId(), "pass the check digit of a German tax id"),
  FISCALE(
      SemanticType.IT_CODICE_FISCALE,
      new CodiceFiscale(),
      "pass the check letter of an Italian tax code"),
  DNI(SemanticType.ES_DNI, new SpanishDni(), "pass the check letter of a Spanish DNI or NIE"),
  BSN(SemanticType.NL_BSN, new DutchBsn(), "pass the test of eleven of a Dutch BSN"),
  PESEL(SemanticType.PL_PESEL, new PolishPesel(), "pass date and check digit of a PESEL"),
  PERSONNUMMER(
      SemanticType.SE_PERSONNUMMER,
      new SwedishPersonnummer(),
      "pass date and check digit of a Swedish personal number"),
  RRN(SemanticType.KR_RRN, new KoreanRrn(), "pass date and check digit of a Korean RRN"),
  MY_NUMBER(
      SemanticType.JP_MY_NUMBER,
      new JapaneseMyNumber(),
      "pass the check digit of a Japanese individual number"),
  TAIWAN(SemanticType.TW_ID, new TaiwaneseId(), "pass the check digit of a Taiwanese id"),
  HONG_KONG(SemanticType.HK_ID, new HongKongId(), "pass the check digit of a Hong Kong id"),
  SNILS(SemanticType.RU_SNILS, new RussianSnils(), "pass the control number of a SNILS"),
  INN(SemanticType.RU_INN, new RussianInn(), "pass both check digits of an INN"),
  OPAQUE_ID(
      SemanticType.NATIONAL_ID,
      FieldTests::isOpaqueId,
      0.9,
      0.35,
      "have the form of an id of some kind"),
  PASSPORT_SHAPE(
      SemanticType.PASSPORT,
      onText(new PassportNumber()),
      0.95,
      0.03,
      "have the form of a passport number"),
  PASSPORT_PLAIN(
      SemanticType.PASSPORT,
      FieldTests::isOpaqueId,
      0.9,
      0.4,
      "have the form of an id of some kind"),
  PHONE_INTERNATIONAL(
      SemanticType.PHONE,
      PhoneRegions::isInternational,
      0.9,
      0.002,
      "are valid phone numbers with a country code"),
  PHONE_CHINESE(
      SemanticType.PHONE,
      PhoneRegions::isChineseMobile,
      0.93,
      0.004,
      "are valid mobile numbers of China"),
  PHONE_SHAPE(
      SemanticType.PHONE, PhoneRegions::hasShape, 0.97, 0.4, "have the form of a phone number"),
  EMAIL_ADDRESS(SemanticType.EMAIL, FieldTests::isEmail, 0.95, 0.001, "are valid e-mail addresses"),
  LOGIN(
      SemanticType.USER_NAME,
      TextTests::isUserName,
      0.5,
      0.06,
      "are one word with digits or marks, as user names are"),
  LOGIN_WORD(SemanticType.USER_NAME, TextTests::isOneWord, 0.98, 0.5, "are one word"),
  SECRET(
      SemanticType.PASSWORD,
      TextTests::isPassword,
      0.5,
      0.03,
      "mix letters, digits and signs as passwords do"),
  SECRET_WORD(SemanticType.PASSWORD, TextTests::isOneWord, 0.97, 0.5, "are one word"),
  MD5(
      SemanticType.PASSWORD_MD5,
      onText(PasswordHash.MD5),
      0.97,
      0.003,
      "have the form of an MD5 hash"),
  SHA_1(
      SemanticType.PASSWORD_SHA_1,
      onText(PasswordHash.SHA_1),
      0.97,
      0.003,
      "have the form of a SHA-1 hash"),
  SHA_256(
      SemanticType.PASSWORD_SHA_256,
      onText(PasswordHash.SHA_256),
      0.97,
      0.003,
      "have the form of a SHA-256 hash"),
  BCRYPT(
      SemanticType.PASSWORD_BCRYPT,
      onText(PasswordHash.BCRYPT),
      0.97,
      0.003,
      "have the form of a bcrypt hash"),
  ARGON2(
      SemanticType.PASSWORD_ARGON2,
      onText(PasswordHash.ARGON2),
      0.97,
      0.003,
      "have the form of an argon2 hash"),
  NTLM(
      SemanticType.PASSWORD_NTLM,
      onText(PasswordHash.NTLM),
      0.97,
      0.003,
      "have the form of a pair of LM and NT hash"),
  NT_HASH(
      SemanticType.PASSWORD_NTLM, FieldTests::isNtHash, 0.97, 0.3, "have 32 hexadecimal digits"),
  STREET(
      SemanticType.ADDRESS,
      PlaceTests::isAddress,
      0.75,
      0.01,
      "hold a word for a street or a part of a Chinese address"),
  NUMBERED_STREET(
      SemanticType.ADDRESS,
      PlaceTests::isNumberedStreet,
      0.9,
      0.05,
      "are words with a house number"),
  HOUSE(
      SemanticType.HOUSE_NUMBER,
      PlaceTests::isHouseNumber,
      0.97,
      0.3,
      "have the form of a house number"),
  POSTAL_DISTINCT(
      SemanticType.POSTAL_CODE,
      onText(new DistinctivePostalCode()),
      0.95,
      0.004,
      "have the form of a postal code of some country"),
  POSTAL_PLAIN(
      SemanticType.POSTAL_CODE,
      PlaceTests::isPlainPostalCode,
      0.97,
      0.2,
      "have four to six digits"),
  KNOWN_CITY(
      SemanticType.CITY, PlaceTests::isCity, 0.5, 0.02, "are known cities, or end as Chinese ones"),
  KNOWN_REGION(
      SemanticType.REGION, PlaceTests::isRegion, 0.85, 0.03, "are known states or provinces"),
  KNOWN_COUNTRY(
      SemanticType.COUNTRY, PlaceTests::isCountry, 0.95, 0.03, "are names or codes of countries"),
  BIRTH_DAY(
      SemanticType.BIRTH_DATE,
      DateTests::isBirthDate,
      0.93,
      0.03,
      "are days in the years that persons are born in"),
  BIRTH_CITY(SemanticType.BIRTHPLACE, PlaceTests::isCity, 0.5, 0.02, "are known cities"),
  YEARS_OF_AGE(SemanticType.AGE, TextTests::isAge, 0.99, 0.15, "are whole numbers of 0 to 119"),
  SEX_WORD(SemanticType.SEX, FieldTests::isSexWord, 0.95, 0.003, "are words for a sex"),
  SEX_CODE(SemanticType.SEX, FieldTests::isSexCode, 0.97, 0.3, "are the codes 1 and 2"),
  IBAN_CHECKED(
      SemanticType.IBAN, new BankAccountNumber(), "pass country and check digits of an IBAN"),
  CARD(
      SemanticType.PAYMENT_CARD,
      new PaymentCard(),
      "pass issuer range and check digit of a payment card"),
  IP(SemanticType.IP_ADDRESS, onText(new IpAddress()), 0.97, 0.001, "are IP addresses"),
  MAC(SemanticType.MAC_ADDRESS, onText(new MacAddress()), 0.97, 0.001, "are MAC addresses"),
  IMEI_CHECKED(SemanticType.IMEI, new Imei(), "pass the check digit of an IMEI"),
  IMSI_SHAPE(
      SemanticType.IMSI,
      onText(new Imsi()),
      0.98,
      0.03,
      "have 15 digits that begin with a mobile country code"),
  DEGREES(SemanticType.COORDINATES, onText(new Coordinates()), 0.95, 0.006, "are decimal degrees"),
  PLATE(
      SemanticType.VEHICLE_PLATE,
      onText(new ChinesePlate()),
      0.95,
      0.001,
      "have the form of a Chinese number plate"),
  LEGAL_FORM(
      SemanticType.COMPANY,
      PlaceTests::isCompany,
      0.6,
      0.01,
      "hold a legal form or a word for a company"),
  KNOWN_OCCUPATION(
      SemanticType.OCCUPATION, TextTests::isOccupation, 0.5, 0.01, "are known occupations"),
  KNOWN_ETHNICITY(
      SemanticType.ETHNICITY, TextTests::isEthnicity, 0.9, 0.01, "are known ethnic groups"),
  KNOWN_RELIGION(SemanticType.RELIGION, TextTests::isReligion, 0.8, 0.01, "are known religions"),
  HEALTH_WORD(SemanticType.HEALTH, TextTests::isHealth, 0.6, 0.005, "hold a word of health"),
  CASE_WORD(
      SemanticType.CASE_TEXT,
      TextTests::isCase,
      0.7,
      0.005,
      "are texts with a word of police work"),
  PICTURE(SemanticType.PHOTO, TextTests::isPicture, 0.97, 0.001, "name a picture file"),
  UUID(SemanticType.ROW_ID, TextTests::isUuid, 0.98, 0.003, "are unique identifiers (UUID)"),
  PREFIXED(
      SemanticType.ROW_ID, TextTests::isPrefixed, 0.97, 0.03, "are a word, a hyphen and a number"),
  NUMBERED(
      SemanticType.ROW_ID, TextTests::isNumbered, 0.97, 0.4, "are numbers, or a word and a number"),
  MOMENT(
      SemanticType.DATE_TIME, DateTests::isMoment, 0.95, 0.005, "are moments with a time of day"),
  ANY_DATE(SemanticType.DATE_TIME, DateTests::isDate, 0.97, 0.12, "are dates"),
  DECIMAL(
      SemanticType.AMOUNT,
      TextTests::isDecimalAmount,
      0.95,
      0.02,
      "are numbers with two decimal places"),
  NUMBER(SemanticType.AMOUNT, TextTests::isNumber, 0.98, 0.5, "are numbers");

  private static final double EXPECTED_OF_IDS = 0.95;
  private static final double SHAPED_ELSEWHERE = 0.05;

  private final SemanticType type;
  private final transient Predicate<SampledValue> predicate;
  private final double expectedRatio;
  private final double elsewhereRatio;
  private final String words;

  ValueTest(
      SemanticType type,
      Predicate<SampledValue> predicate,
      double expectedRatio,
      double elsewhereRatio,
      String words) {
    this.type = type;
    this.predicate = predicate;
    this.expectedRatio = expectedRatio;
    this.elsewhereRatio = elsewhereRatio;
    this.words = words;
  }

  ValueTest(SemanticType type, ValueRule rule, String words) {
    this(type, onText(rule), EXPECTED_OF_IDS, SHAPED_ELSEWHERE * rule.chanceRatio(), words);
  }

  SemanticType type() {
    return type;
  }

  boolean passes(SampledValue value) {
    return predicate.test(value);
  }

  double expectedRatio() {
    return expectedRatio;
  }

  double elsewhereRatio() {
    return elsewhereRatio;
  }

  /** What values that pass do, behind "98 %". */
  String words() {
    return words;
  }

  /** Whether chance lets at most one in ten values of the right shape pass. */
  boolean isChecked() {
    return type.isNationalId() && elsewhereRatio <= SHAPED_ELSEWHERE / 9;
  }

  private static Predicate<SampledValue> onText(ValueRule rule) {
    return value -> rule.passes(value.text());
  }
}
