package leakcensus.semantic;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import leakcensus.normalise.OrganisationName;
import leakcensus.normalise.TextNormaliser;

/** Whether a value looks like a place, an address or an organisation. */
final class PlaceTests {

  private static final Pattern HAN_STREET = Pattern.compile("路|街|巷|道|弄|胡同|村|镇|乡|小区|花园|大厦|新村");
  private static final Pattern HAN_NUMBER = Pattern.compile("\\d|号|室|栋|楼|幢|组|单元|村");
  private static final Pattern HAN_CITY =
      Pattern.compile("\\p{IsHan}{1,7}[市县区]|\\p{IsHan}{2,10}(?:自治州|自治县|地区)");
  private static final Pattern HAN_REGION = Pattern.compile("\\p{IsHan}{2,3}省|\\p{IsHan}{2,7}自治区");
  private static final Pattern PLAIN_POSTAL = Pattern.compile("\\d{4,6}");
  private static final Pattern HOUSE_NUMBER =
      Pattern.compile("\\d{1,4}\\s?[A-Za-z]?(?:[/-]\\d{1,4}[A-Za-z]?)?|\\d{1,4}号");
  private static final int LEAST_HAN_ADDRESS = 6;
  private static final int MOST_CHARACTERS = 200;
  private static final TextNormaliser NAMES = TextNormaliser.name();

  private PlaceTests() {}

  static boolean isAddress(SampledValue value) {
    String text = value.text();
    if (text.length() > MOST_CHARACTERS) {
      return false;
    }
    if (value.hasHan()) {
      return text.length() >= LEAST_HAN_ADDRESS && isHanAddress(text);
    }
    return value.words().size() > 1
        && value.words().stream().anyMatch(PlaceTests::isStreet)
        && value.text().indexOf('@') < 0;
  }

  /** A street, and a number or a part of a house behind it. */
  private static boolean isHanAddress(String text) {
    Matcher street = HAN_STREET.matcher(text);
    return street.find() && HAN_NUMBER.matcher(text).find(street.end());
  }

  /** House number in front or behind, and words: streets of no known kind. */
  static boolean isNumberedStreet(SampledValue value) {
    String text = value.text();
    int words = value.words().size();
    boolean ends =
        !text.isEmpty()
            && (Character.isDigit(text.charAt(0))
                || Character.isDigit(text.charAt(text.length() - 1))
                || text.matches(".*\\d ?[a-zA-Z]"));
    return words >= 2
        && words <= 12
        && ends
        && text.length() <= MOST_CHARACTERS
        && text.indexOf(':') < 0
        && text.codePoints().filter(Character::isLetter).count() >= 5
        && text.codePoints().filter(Character::isDigit).count() <= 14
        && text.indexOf(' ') > 0;
  }

  static boolean isHouseNumber(SampledValue value) {
    return HOUSE_NUMBER.matcher(value.text()).matches();
  }

  static boolean isPlainPostalCode(SampledValue value) {
    return PLAIN_POSTAL.matcher(value.text()).matches();
  }

  static boolean isCity(SampledValue value) {
    return WordLists.of("city").contains(value.folded())
        || HAN_CITY.matcher(value.text()).matches();
  }

  static boolean isRegion(SampledValue value) {
    return WordLists.REGIONS.contains(value.folded()) || HAN_REGION.matcher(value.text()).matches();
  }

  static boolean isCountry(SampledValue value) {
    return WordLists.COUNTRIES.contains(value.folded());
  }

  static boolean isCompany(SampledValue value) {
    Set<String> han = WordLists.of("company-han");
    if (value.hasHan()) {
      return value.text().length() >= 4
          && value.text().length() <= 40
          && han.stream().anyMatch(value.text()::contains)
          && value.text().codePoints().noneMatch(Character::isDigit);
    }
    int last = value.words().size() - 1;
    return last > 0
        && (WordLists.of("company").contains(value.words().get(last))
            || WordLists.of("company").contains(value.words().get(0))
            || OrganisationName.is(NAMES.normalise(value.raw()).normal()));
  }

  private static boolean isStreet(String word) {
    return WordLists.of("street").contains(word)
        || WordLists.of("street-end").stream()
            .anyMatch(end -> word.length() > end.length() + 2 && word.endsWith(end));
  }
}
