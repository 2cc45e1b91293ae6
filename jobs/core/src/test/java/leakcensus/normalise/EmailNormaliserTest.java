package leakcensus.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.validator.routines.EmailValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailNormaliserTest {

  private static final String[] ADDRESSES = {
    "ada@example.com",
    "ada.lovelace+notes@mail.example.co.uk",
    "13800138000@qq.com",
    "a_b-c@x-y.org",
    "o'neil@example.ie",
    "\"ada love\"@example.com",
    "ada\\@home@example.com",
    "ada@[192.168.0.1]",
    "ada@[IPv6:::1]",
    "ada@bücher.example.de",
    "张三@例子.中国",
    "ada@xn--bcher-kva.ch",
    "ada@example.museum.",
    "ada@localhost",
    "ada@example.invalid",
    "@example.com",
    "ada@@example.com",
    "ada@-example-.com",
    "ada@example..com",
    ".ada@example.com",
    "ada@com",
    "a@b.c",
    "plain",
  };

  private final EmailNormaliser emails = new EmailNormaliser();
  private final EmailValidator library = EmailValidator.getInstance(false);

  @Test
  void agreesWithTheLibraryOnSpoiltAddresses() {
    RandomText random = new RandomText(20260106);
    int valid = 0;

    for (int text = 0; text < 100_000; text++) {
      String address = TextFolding.TEXT.fold(random.spoil(random.oneOf(ADDRESSES)));
      FieldValue read = emails.normalise(new RawValue(address));
      assertThat(read.isValid()).as("text %d", text).isEqualTo(library.isValid(address));
      valid += read.isValid() ? 1 : 0;
    }
    assertThat(valid).isBetween(20_000, 80_000);
  }

  @Test
  void agreesWithTheLibraryOnLongUsersLabelsAndDomains() {
    for (int length = 1; length < 300; length++) {
      String run = "a".repeat(length);
      for (String address :
          new String[] {
            run + "@example.com",
            "ada@" + run + ".com",
            "ada@example." + run,
            "ada@" + "ab.".repeat(length) + "com",
            "ada@" + "a".repeat(60) + "." + "b".repeat(60) + "." + run + ".com"
          }) {
        assertThat(emails.normalise(new RawValue(address)).isValid())
            .as("length %d", length)
            .isEqualTo(library.isValid(address));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "' Ada.Lovelace@EXAMPLE.com ', ada.lovelace@example.com",
    "ａｄａ＠ｅｘａｍｐｌｅ．ｃｏｍ, ada@example.com",
  })
  void foldsWidthAndCase(String raw, String normal) {
    assertThat(emails.normalise(new RawValue(raw))).isEqualTo(new FieldValue.Valid(normal));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"Ada Byron\" <Ada@example.com>', ada@example.com",
    "Ada Byron <ada@example.com>, ada@example.com",
    "Ada < ada@example.com >, ada@example.com",
  })
  void keepsTheAddressOfAMailbox(String raw, String normal) {
    assertThat(emails.normalise(new RawValue(raw))).isEqualTo(new FieldValue.Valid(normal));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<ada@example.com>", "ada@example.com <ada>", "ada <ada@example.com", "ada>"})
  void keepsBracketsThatNameNoMailbox(String raw) {
    assertThat(emails.normalise(new RawValue(raw))).isEqualTo(new FieldValue.Invalid(raw));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada", "ada@localhost", "ada@example.invalid", "ada b@example.com"})
  void keepsWhatIsNoAddressAsInvalid(String raw) {
    assertThat(emails.normalise(new RawValue(raw))).isEqualTo(new FieldValue.Invalid(raw));
  }

  @Test
  void decidesVeryLongTextAtOnce() {
    RawValue raw = new RawValue("\"" + "a ".repeat(500_000) + "\"@example.com");

    assertThat(emails.normalise(raw).isValid()).isFalse();
  }
}
