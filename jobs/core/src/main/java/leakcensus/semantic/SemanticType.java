package leakcensus.semantic;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import leakcensus.person.PersonField;

/** What the values of a column mean. */
public enum SemanticType {
  FULL_NAME("a whole name of a person", Commonness.COMMON, PersonField.FULL_NAME),
  GIVEN_NAME("a given name", Commonness.COMMON, PersonField.GIVEN_NAME),
  FAMILY_NAME("a family name", Commonness.COMMON, PersonField.SURNAME),
  CN_RESIDENT_ID("a Chinese resident id", Commonness.USUAL, PersonField.NATIONAL_ID),
  IN_AADHAAR("an Aadhaar number of India", Commonness.RARE, PersonField.NATIONAL_ID),
  IN_PAN("a permanent account number of India", Commonness.RARE, PersonField.NATIONAL_ID),
  US_SSN(
      "a social security number of the United States", Commonness.USUAL, PersonField.NATIONAL_ID),
  BR_CPF("a CPF of Brazil", Commonness.RARE, PersonField.NATIONAL_ID),
  UK_NINO(
      "a national insurance number of the United Kingdom",
      Commonness.RARE,
      PersonField.NATIONAL_ID),
  UK_NHS_NUMBER("an NHS number", Commonness.RARE, PersonField.NATIONAL_ID),
  FR_NIR("a NIR of France", Commonness.RARE, PersonField.NATIONAL_ID),
  DE_TAX_ID("a tax identification number of Germany", Commonness.RARE, PersonField.NATIONAL_ID),
  IT_CODICE_FISCALE("a tax code of Italy", Commonness.RARE, PersonField.NATIONAL_ID),
  ES_DNI("a DNI or NIE of Spain", Commonness.RARE, PersonField.NATIONAL_ID),
  NL_BSN("a citizen service number of the Netherlands", Commonness.RARE, PersonField.NATIONAL_ID),
  PL_PESEL("a PESEL of Poland", Commonness.RARE, PersonField.NATIONAL_ID),
  SE_PERSONNUMMER("a personal identity number of Sweden", Commonness.RARE, PersonField.NATIONAL_ID),
  KR_RRN("a resident registration number of South Korea", Commonness.RARE, PersonField.NATIONAL_ID),
  JP_MY_NUMBER("an individual number of Japan", Commonness.RARE, PersonField.NATIONAL_ID),
  TW_ID("an identity card number of Taiwan", Commonness.RARE, PersonField.NATIONAL_ID),
  HK_ID("an identity card number of Hong Kong", Commonness.RARE, PersonField.NATIONAL_ID),
  RU_SNILS("a SNILS of Russia", Commonness.RARE, PersonField.NATIONAL_ID),
  RU_INN("an INN of a person in Russia", Commonness.RARE, PersonField.NATIONAL_ID),
  NATIONAL_ID("a national id of no known rule", Commonness.RARE, PersonField.NATIONAL_ID),
  PASSPORT("a passport number", Commonness.USUAL),
  PHONE("a phone number", Commonness.COMMON, PersonField.PHONE),
  EMAIL("an e-mail address", Commonness.COMMON, PersonField.EMAIL),
  USER_NAME("a user name", Commonness.USUAL),
  PASSWORD("a password in clear", Commonness.USUAL),
  PASSWORD_MD5("a hash of 32 hexadecimal digits, as of MD5", Commonness.USUAL),
  PASSWORD_SHA_1("a hash as of SHA-1", Commonness.USUAL),
  PASSWORD_SHA_256("a hash as of SHA-256", Commonness.USUAL),
  PASSWORD_BCRYPT("a hash by bcrypt", Commonness.USUAL),
  PASSWORD_ARGON2("a hash by argon2", Commonness.USUAL),
  PASSWORD_NTLM("a hash as of NTLM", Commonness.USUAL),
  ADDRESS("a postal address or a street", Commonness.COMMON, PersonField.ADDRESS),
  HOUSE_NUMBER("a house number", Commonness.RARE, PersonField.ADDRESS),
  POSTAL_CODE("a postal code", Commonness.COMMON, PersonField.POSTAL_CODE),
  CITY("a city or town", Commonness.COMMON, PersonField.LOCALITY),
  REGION("a state, province or region", Commonness.USUAL),
  COUNTRY("a country", Commonness.USUAL),
  BIRTH_DATE("a birth date", Commonness.COMMON, PersonField.BIRTH_DATE),
  BIRTHPLACE("a birthplace", Commonness.RARE, PersonField.BIRTHPLACE),
  AGE("an age in years", Commonness.USUAL),
  SEX("a sex", Commonness.COMMON, PersonField.SEX),
  IBAN("a bank account number (IBAN)", Commonness.USUAL),
  PAYMENT_CARD("a number of a payment card", Commonness.USUAL),
  IP_ADDRESS("an IP address", Commonness.USUAL),
  MAC_ADDRESS("a MAC address", Commonness.USUAL),
  IMEI("a device identity (IMEI)", Commonness.RARE),
  IMSI("a subscriber identity (IMSI)", Commonness.RARE),
  COORDINATES("geographic coordinates", Commonness.USUAL),
  VEHICLE_PLATE("a number plate of a vehicle", Commonness.USUAL),
  COMPANY("a company or employer", Commonness.USUAL),
  OCCUPATION("an occupation", Commonness.USUAL),
  ETHNICITY("an ethnic group", Commonness.USUAL),
  RELIGION("a religion", Commonness.USUAL),
  HEALTH("words about health", Commonness.USUAL),
  CASE_TEXT("text about a case", Commonness.USUAL),
  PHOTO("a reference to a picture", Commonness.USUAL),
  ROW_ID("an id of the record", Commonness.USUAL),
  DATE_TIME("a date or time of an event", Commonness.USUAL),
  AMOUNT("an amount of money", Commonness.USUAL),
  OTHER("anything else", Commonness.USUAL);

  private final String meaning;
  private final Commonness commonness;
  private final Optional<PersonField> field;

  SemanticType(String meaning, Commonness commonness, PersonField... field) {
    this.meaning = meaning;
    this.commonness = commonness;
    this.field = Arrays.stream(field).findFirst();
  }

  /** The name in proposals and in {@code header-words.csv}, such as {@code full-name}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What one value is, in words, with its article. */
  public String meaning() {
    return meaning;
  }

  /**
   * The person field that a column of this type is mapped to, if any: exposed data that tell no
   * person apart have none, nor has the employer, whose column would make a person an organisation.
   */
  public Optional<PersonField> field() {
    return field;
  }

  /** Whether it is a number that a state or its health service gives to one person. */
  public boolean isNationalId() {
    return field.filter(PersonField.NATIONAL_ID::equals).isPresent();
  }

  /** How often columns of leaked tables are of this type before anything is seen, in nats. */
  double priorNats() {
    return commonness.nats;
  }

  /** The type of a key, if there is one. */
  public static Optional<SemanticType> ofKey(String key) {
    return Arrays.stream(values()).filter(type -> type.key().equals(key)).findFirst();
  }

  /** Rough classes, set by judgement: most leaked tables hold common types, few the rare ones. */
  private enum Commonness {
    COMMON(0),
    USUAL(-1),
    RARE(-2);

    private final double nats;

    Commonness(double nats) {
      this.nats = nats;
    }
  }
}
