package leakcensus.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TableKeysTest {

  private static final String RUN = "20260101T000000.000Z";

  private final RunKeys secret = RunKeys.lasting(secret());
  private final TableKeys keys = TableKeys.of(secret);

  /** Reckoned by Python's hmac module: HKDF with the salt "leak-census keys 1". */
  @Test
  void derivesTheKeyOfATable() {
    assertThat(HexFormat.of().formatHex(keys.of(RUN, "run")))
        .isEqualTo("f1e44fa7b4b8a8074730898bfac27c482dc861e1f420e3f340617cbcc5de5cb0");
  }

  @Test
  void givesEachTableOfEachRunAKeyOfItsOwn() {
    assertThat(keys.of(RUN, "run")).isNotEqualTo(keys.of(RUN, "night"));
    assertThat(keys.of(RUN, "run")).isNotEqualTo(keys.of("20260102T000000.000Z", "run"));
    assertThat(keys.of(RUN, "run")).isNotEqualTo(secret.seals("run").secret());
  }

  @Test
  void bearsTheNameOfItsSecretAndPrintsNothingElse() {
    assertThat(keys.id()).isEqualTo(secret.id());
    assertThat(keys).hasToString("TableKeys[" + secret.id() + "]");
  }

  @Test
  void refusesAKeyThatNobodyHasAfterTheRun() {
    assertThatThrownBy(() -> TableKeys.of(RunKeys.random()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid key of tables: it dies with the run (must be a lasting one)");
  }

  private static byte[] secret() {
    byte[] secret = new byte[RunKeys.SECRET_BYTES];
    for (int i = 0; i < secret.length; i++) {
      secret[i] = (byte) i;
    }
    return secret;
  }
}
