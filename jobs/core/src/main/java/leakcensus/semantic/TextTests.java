package leakcensus.semantic;

import java.util.Set;
import java.util.regex.Pattern;

/** Whether a value looks like a word of a list, a login or a text. */
final class TextTests {

  private static final Pattern USER_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{2,30}");
  private static final Pattern DIGIT_OR_MARK = Pattern.compile("[^a-z]*+[a-z][^0-9._]*+[0-9._].*");
  private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-fA-F-]{16,}");
  private static final Pattern PICTURE =
      Pattern.compile("(?is).*\\.(?:jpe?g|png|gif|bmp|webp|tiff?|heic)(?:\\?.*)?|data:image/.*");
  private static final Pattern UUID =
      Pattern.compile("\\{?[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\\}?|[0-9a-f]{24}");
  private static final Pattern NUMBERED =
      Pattern.compile("[A-Za-z]{1,12}[-_#]\\d{1,12}(?:[-_].{0,16})?|\\d{1,9}");
  private static final Pattern PREFIXED =
      Pattern.compile("[A-Za-z]{1,12}-\\d{1,12}(?:[-_].{0,16})?");
  private static final Pattern DECIMAL =
      Pattern.compile(
          "(?:[$€£¥￥]|[A-Z]{3} )? ?-?\\d{1,3}(?:(?:,\\d{3})*\\.\\d{2}|(?:\\.\\d{3})*,\\d{2})(?:"
              + " ?[$€£¥元])?|-?\\d{1,12}[.,]\\d{2}");
  private static final Pattern AGE = Pattern.compile("(?:1[01]|[1-9])?\\d岁?");
  private static final int LEAST_CASE_CHARACTERS = 12;

  private TextTests() {}

  /** Small and large letters with digits or marks: neither a word nor a hash. */
  static boolean isUserName(SampledValue value) {
    String text = value.text();
    return USER_NAME.matcher(text).matches()
        && DIGIT_OR_MARK.matcher(text).matches()
        && !HEXADECIMAL.matcher(text).matches()
        && !isPrefixed(value);
  }

  /** No blank, six characters or more, of three kinds, or of two with a sign among them. */
  static boolean isPassword(SampledValue value) {
    String text = value.text();
    if (text.length() < 6 || text.length() > 32 || HEXADECIMAL.matcher(text).matches()) {
      return false;
    }
    boolean small = false;
    boolean capital = false;
    boolean digit = false;
    boolean sign = false;
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (character <= ' '
          || character >= 0x7F
          || character == '@' && text.indexOf('.', index) > 0) {
        return false;
      }
      small |= character >= 'a' && character <= 'z';
      capital |= character >= 'A' && character <= 'Z';
      digit |= character >= '0' && character <= '9';
      sign |= "!#$%&*?^+=~@".indexOf(character) >= 0;
    }
    return small && digit && (capital || sign) || sign && capital && small;
  }

  /** What a login or a password may be made of: no blank, nothing but ASCII. */
  static boolean isOneWord(SampledValue value) {
    String text = value.text();
    return text.length() >= 3
        && text.length() <= 32
        && text.chars().allMatch(character -> character > ' ' && character < 0x7F);
  }

  static boolean isOccupation(SampledValue value) {
    return isListed("occupation", value);
  }

  static boolean isEthnicity(SampledValue value) {
    return isListed("ethnicity", value);
  }

  static boolean isReligion(SampledValue value) {
    return isListed("religion", value);
  }

  static boolean isHealth(SampledValue value) {
    return contains("health", "health-han", value);
  }

  static boolean isCase(SampledValue value) {
    return value.text().length() >= LEAST_CASE_CHARACTERS && contains("case", "case-han", value);
  }

  static boolean isPicture(SampledValue value) {
    return PICTURE.matcher(value.text()).matches();
  }

  static boolean isUuid(SampledValue value) {
    return UUID.matcher(value.text()).matches();
  }

  /** Letters, a separator and a number, or a plain number. */
  static boolean isNumbered(SampledValue value) {
    return NUMBERED.matcher(value.text()).matches();
  }

  /** Letters, a hyphen and a number, as keys of records are made. */
  static boolean isPrefixed(SampledValue value) {
    return PREFIXED.matcher(value.text()).matches();
  }

  static boolean isDecimalAmount(SampledValue value) {
    return DECIMAL.matcher(value.text()).matches();
  }

  static boolean isNumber(SampledValue value) {
    return value.text().length() <= 12 && value.text().matches("-?\\d+(?:[.,]\\d+)?");
  }

  static boolean isAge(SampledValue value) {
    return AGE.matcher(value.text()).matches();
  }

  private static boolean isListed(String list, SampledValue value) {
    return WordLists.of(list).contains(value.folded());
  }

  private static boolean contains(String list, String hanList, SampledValue value) {
    if (value.hasHan()) {
      return WordLists.of(hanList).stream().anyMatch(value.text()::contains);
    }
    Set<String> words = WordLists.of(list);
    return value.words().stream().anyMatch(words::contains);
  }
}
