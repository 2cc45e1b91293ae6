package leakcensus.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeNormalisersTest {

  private final OpaqueIdNormaliser ids = new OpaqueIdNormaliser();
  private final PostalCodeNormaliser postalCodes = new PostalCodeNormaliser();

  @ParameterizedTest
  @CsvSource({
    "078-05-1120,                       true,  078051120",
    "ab 12 34 56 c,                     true,  AB123456C",
    "１２３４５,                        true,  12345",
    "1234,                              false, 1234",
    "abc123,                            false, ABC123",
    "000000,                            false, 000000",
    "12345678901234567890123456789012,  true,  12345678901234567890123456789012",
    "123456789012345678901234567890123, false, 123456789012345678901234567890123",
    "nu-ll1,                            false, NULL1",
    "n-u-l-l,                           false, n-u-l-l",
    "12345é,                            false, 12345é",
  })
  void readsAnIdWithoutKnownRule(String raw, boolean valid, String normal) {
    FieldValue read = ids.normalise(new RawValue(raw));

    assertThat(read.normal()).isEqualTo(normal);
    assertThat(read.isValid()).isEqualTo(valid);
  }

  @ParameterizedTest
  @CsvSource({
    "sw1a 1aa,    true,  SW1A1AA",
    "100 000,     true,  100000",
    "12345-6789,  true,  123456789",
    "１００００１, true,  100001",
    "12,          false, 12",
    "12345678901, false, 12345678901",
    "abcdef,      false, abcdef",
    "100000邮编,  false, 100000邮编",
  })
  void readsAPostalCode(String raw, boolean valid, String normal) {
    FieldValue read = postalCodes.normalise(new RawValue(raw));

    assertThat(read.normal()).isEqualTo(normal);
    assertThat(read.isValid()).isEqualTo(valid);
  }
}
