package leakcensus.semantic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import leakcensus.normalise.PhoneNormaliser;

/** In which regions' numbering plans the values of a column are valid phone numbers. */
final class PhoneRegions {

  /** The regions that are tried for numbers without a country code. */
  private static final List<String> CANDIDATES =
      List.of(
          "CN", "US", "GB", "DE", "FR", "ES", "IT", "PT", "NL", "BE", "AT", "CH", "PL", "SE", "NO",
          "DK", "FI", "RU", "UA", "IN", "PK", "BR", "MX", "AR", "KR", "JP", "TW", "HK", "SG", "MY",
          "ID", "VN", "TH", "PH", "AU", "NZ", "ZA", "NG", "EG", "TR", "SA", "AE", "IL");

  /** Numbers that are tried in all regions; each costs some forty readings. */
  private static final int MOST_TRIED = 200;

  private static final Pattern SHAPE = Pattern.compile("\\+?[\\d()./ -]{6,24}");
  private static final int LEAST_DIGITS = 7;

  /** Shorter numbers are valid in some region by chance, whatever they are. */
  private static final int LEAST_REGIONAL_DIGITS = 8;

  /** With more digits a date would have a time of day, and colons. */
  private static final int MOST_DATE_DIGITS = 8;

  private static final int MOST_DIGITS = 15;

  private static final Map<String, PhoneNormaliser> READERS = readers();

  private final Map<String, Long> valid = new TreeMap<>();
  private long tried;

  /**
   * Whether a value is made of as many digits as a phone number, and its punctuation, and is no
   * date.
   */
  static boolean hasShape(SampledValue value) {
    long digits = digits(value);
    return digits >= LEAST_DIGITS
        && digits <= MOST_DIGITS
        && SHAPE.matcher(value.text()).matches()
        && (digits > MOST_DATE_DIGITS || !DateTests.isDay(value));
  }

  /** Whether a value begins with a country code and is valid. */
  static boolean isInternational(SampledValue value) {
    return hasShape(value)
        && (value.text().startsWith("+") || value.text().startsWith("00"))
        && READERS.get("DE").normalise(value.raw()).isValid();
  }

  /** Whether a value is a mobile number of China with or without the country code. */
  static boolean isChineseMobile(SampledValue value) {
    String text = value.text().replaceAll("[ -]", "");
    String national = text.startsWith("+86") ? text.substring(3) : text;
    return national.length() == 11
        && national.charAt(0) == '1'
        && national.charAt(1) >= '3'
        && READERS.get("CN").normalise(value.raw()).isValid();
  }

  void add(SampledValue value) {
    if (tried >= MOST_TRIED || !hasShape(value) || value.text().startsWith("+")) {
      return;
    }
    tried++;
    if (digits(value) < LEAST_REGIONAL_DIGITS) {
      return;
    }
    READERS.forEach(
        (region, reader) -> {
          if (reader.normalise(value.raw()).isValid()) {
            valid.merge(region, 1L, Math::addExact);
          }
        });
  }

  /** Numbers without a country code that were tried in every region. */
  long tried() {
    return tried;
  }

  /** How many of them are valid, by region. */
  Map<String, Long> valid() {
    return Map.copyOf(valid);
  }

  /**
   * The regions with most valid numbers first, of equal ones in the order of {@link #CANDIDATES}.
   */
  static List<String> ranked(Map<String, Long> valid) {
    List<String> regions = new ArrayList<>(CANDIDATES);
    regions.sort(
        (left, right) -> Long.compare(valid.getOrDefault(right, 0L), valid.getOrDefault(left, 0L)));
    return regions;
  }

  private static long digits(SampledValue value) {
    return value.text().chars().filter(character -> character >= '0' && character <= '9').count();
  }

  private static Map<String, PhoneNormaliser> readers() {
    Map<String, PhoneNormaliser> readers = new TreeMap<>();
    for (String region : CANDIDATES) {
      readers.put(region, new PhoneNormaliser(region));
    }
    return readers;
  }
}
