package leakcensus.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNormaliserTest {

  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

  private static final String[] LABELS = {
    "",
    "",
    "",
    "",
    "",
    "tel:",
    "手机：",
    "Phone (home) ",
    ";phone-context=",
    "x",
    "\u0661",
    "\uD835\uDFD9"
  };

  private final PhoneNormaliser chinese = new PhoneNormaliser("CN");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13800138000",
        "+8613800138000",
        "008613800138000",
        "8613800138000",
        "+86 138-0013-8000",
        "(+86)138 0013 8000",
        "１３８００１３８０００",
        "＋８６１３８００１３８０００",
        "138\u00A00013\u30008000",
        "tel:13800138000",
        "手机：13800138000",
        "\u200B13800138000",
        "013800138000",
        "13800138000 ext. 12"
      })
  void readsAllSpellingsOfOneNumberAlike(String raw) {
    assertThat(chinese.normalise(new RawValue(raw)))
        .isEqualTo(new FieldValue.Valid("+8613800138000"));
  }

  @ParameterizedTest
  @CsvSource({
    "12345,                     12345",
    "138-0013-80,               138001380",
    "+0 123,                    +0123",
    "1380013800013900139000,    1380013800013900139000",
    "13800138000 / 13900139000, 1380013800013900139000",
    "'13800138000,13900139000', '13800138000,13900139000'",
    "Call me,                   call me",
    "+,                         +",
  })
  void keepsInvalidContentAsDigitsOrFoldedText(String raw, String normal) {
    assertThat(chinese.normalise(new RawValue(raw))).isEqualTo(new FieldValue.Invalid(normal));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "N/A", "无", "( )"})
  void readsWhatStandsForNoValueAsAbsent(String raw) {
    assertThat(chinese.normalise(new RawValue(raw))).isEqualTo(FieldValue.ABSENT);
  }

  @ParameterizedTest
  @CsvSource({
    "CN, 50000", "US, 10000", "CA, 3000", "GB, 3000", "DE, 3000", "FR, 3000", "IT, 3000",
        "AR, 3000",
    "BR, 3000", "MX, 3000", "RU, 3000", "KZ, 3000", "JP, 3000", "KR, 3000", "HK, 3000", "IN, 3000",
    "AU, 3000", "AG, 3000", "GG, 3000", "SM, 3000", "NO, 3000", "VA, 3000"
  })
  void agreesWithTheLibraryOnSpoiltNumbersOfAllRegions(String home, int texts) {
    PhoneNormaliser phones = new PhoneNormaliser(home);
    RandomText random = new RandomText(home.hashCode());
    String[] numbers = numbers(home);
    int valid = 0;

    for (int text = 0; text < texts; text++) {
      String label = random.oneOf(LABELS);
      String raw = label + random.spoil(random.oneOf(numbers));
      FieldValue read = phones.normalise(new RawValue(raw));
      Optional<String> expected = settled(TextFolding.TEXT.fold(raw), home);
      assertThat(read.isValid() ? Optional.of(read.normal()) : Optional.empty())
          .as("%s, text %d", home, text)
          .isEqualTo(expected);
      valid += read.isValid() ? 1 : 0;
    }
    assertThat(valid).isGreaterThan(texts / 10);
  }

  @Test
  void agreesWithTheLibraryOnRandomDigits() {
    RandomText random = new RandomText(20260107);
    for (int text = 0; text < 50_000; text++) {
      String raw = (random.below(2) == 0 ? "+" : "") + random.digits(1 + random.below(20));
      FieldValue read = chinese.normalise(new RawValue(raw));
      assertThat(read.isValid() ? Optional.of(read.normal()) : Optional.empty())
          .as("text %d", text)
          .isEqualTo(settled(raw, "CN"));
    }
  }

  @Test
  void decidesTheUsualShapesWithoutTheLibrary() {
    PlainNumberReader reader = new PlainNumberReader("CN");
    RandomText random = new RandomText(20260108);

    for (int text = 0; text < 10_000; text++) {
      String mobile = "13" + random.digits(9);
      for (String prefix : List.of("", "+86", "0086", "86", "0")) {
        assertThat(reader.read(prefix + mobile)).isEqualTo(new FieldValue.Valid("+86" + mobile));
      }
    }
  }

  @Test
  void survivesSerialisation() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(chinese);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      PhoneNormaliser copy = (PhoneNormaliser) in.readObject();

      assertThat(copy.normalise(new RawValue("13800138000")))
          .isEqualTo(new FieldValue.Valid("+8613800138000"));
    }
  }

  @Test
  void refusesAnUnknownRegion() {
    assertThatThrownBy(() -> new PhoneNormaliser("XX"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Unknown phone region: XX"
                + " (must be an ISO 3166-1 code of two capital letters, such as CN)");
  }

  /** Examples of every kind and region in every usual spelling, as seen from one region. */
  private static String[] numbers(String home) {
    List<String> numbers = new ArrayList<>();
    for (String region : new TreeSet<>(LIBRARY.getSupportedRegions())) {
      for (PhoneNumberType type : PhoneNumberType.values()) {
        PhoneNumber example = LIBRARY.getExampleNumberForType(region, type);
        if (example == null) {
          continue;
        }
        int copies = region.equals(home) ? 60 : 1;
        for (PhoneNumberFormat format : PhoneNumberFormat.values()) {
          String written = LIBRARY.format(example, format);
          numbers.add(written);
          numbers.add(written.replaceAll("[^0-9]", ""));
        }
        for (int copy = 0; copy < copies; copy++) {
          numbers.add(LIBRARY.format(example, PhoneNumberFormat.NATIONAL));
          numbers.add(LIBRARY.getNationalSignificantNumber(example));
          numbers.add(LIBRARY.formatOutOfCountryCallingNumber(example, home));
        }
      }
    }
    return numbers.toArray(String[]::new);
  }

  /** The library's reading, read again until it stays the same. */
  private static Optional<String> settled(String text, String home) {
    Optional<String> before = read(text, home);
    for (int round = 0; round < 4 && before.isPresent(); round++) {
      Optional<String> after = read(before.get(), home);
      if (after.equals(before)) {
        return after;
      }
      before = after;
    }
    return Optional.empty();
  }

  private static Optional<String> read(String text, String home) {
    try {
      PhoneNumber number = LIBRARY.parse(text, home);
      return LIBRARY.isValidNumber(number)
          ? Optional.of(LIBRARY.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException unreadable) {
      return Optional.empty();
    }
  }
}
