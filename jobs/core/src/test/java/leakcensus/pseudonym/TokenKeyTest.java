package leakcensus.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenKeyTest {

  private static final byte[] SECRET = HexFormat.of().parseHex("2b7e151628aed2a6abf7158809cf4f3c");

  @Test
  void hasANameThatIsThePrefixOfACipherText() {
    // openssl 3.0: printf 'leak-census key0' |
    //   openssl enc -aes-128-ecb -nopad -K 2b7e151628aed2a6abf7158809cf4f3c | xxd -p
    assertThat(TokenKey.of(SECRET).id()).isEqualTo("395235f7");
  }

  @Test
  void keepsItsNameForEqualSecretsOnly() {
    byte[] other = SECRET.clone();
    other[15]++;

    assertThat(TokenKey.of(SECRET).id()).isEqualTo(TokenKey.of(SECRET.clone()).id());
    assertThat(TokenKey.of(SECRET).id()).isNotEqualTo(TokenKey.of(other).id());
    assertThat(TokenKey.random().id()).isNotEqualTo(TokenKey.random().id());
  }

  @Test
  void printsNothingSecret() {
    TokenKey key = TokenKey.of(SECRET);

    assertThat(key).hasToString("TokenKey[" + key.id() + "]");
    assertThat(key.id()).matches("[0-9a-f]{8}");
    assertThat(HexFormat.of().formatHex(SECRET)).doesNotContain(key.id());
  }

  @Test
  void doesNotSeeLaterChangesOfTheBytesGiven() {
    byte[] secret = SECRET.clone();
    TokenKey key = TokenKey.of(secret);

    secret[0] = 0;

    assertThat(key.id()).isEqualTo(TokenKey.of(SECRET).id());
  }

  @ParameterizedTest(name = "{0} bytes")
  @ValueSource(ints = {0, 15, 17, 32})
  void refusesOtherLengths(int length) {
    assertThatThrownBy(() -> TokenKey.of(new byte[length]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid key: %d bytes (must be 16)".formatted(length));
  }

  @Test
  void travelsAsBytesAndInNoFunctionOfSpark() {
    TokenKey key = TokenKey.of(SECRET);

    key.secret()[0] = 0;

    assertThat(key.secret()).isEqualTo(SECRET);
    assertThat(key).isNotInstanceOf(Serializable.class);
  }
}
