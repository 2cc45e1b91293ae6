package leakcensus.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a@example.org",
        "\u0000\u007F\u0080\u07FF\u0800\uFFFF",
        "\uD7FF\uE000",
        "\uD83D\uDE00x",
        "\uD83D",
        "\uDE00",
        "\uDE00\uD83D",
        "\uD83D\uD83D\uDE00",
        "x\uD83Dy",
      })
  void writesWhatJavaWrites(String text) {
    assertThat(written(text, 0)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void writesRandomTextAsJavaDoes(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(20);
      for (int i = 0; i < length; i++) {
        // Half of them plain, the others anywhere, many of these surrogates.
        text.append(
            (char)
                switch (random.nextInt(4)) {
                  case 0, 1 -> random.nextInt(0x80);
                  case 2 -> 0xD700 + random.nextInt(0x1000);
                  default -> random.nextInt(0x10000);
                });
      }

      assertThat(written(text.toString(), round % 7))
          .isEqualTo(text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest(name = "{0} plain characters before")
  @ValueSource(ints = {4_094, 4_095, 4_096, 8_191})
  void writesPairsThatLieAcrossThePiecesOfALongText(int before) {
    for (String tail : List.of("\uD83D\uDE00x", "\uD83Dx", "\uDE00\uD83D", "\uD83D")) {
      String text = "x".repeat(before) + tail;

      assertThat(written(text, 3)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static byte[] written(String text, int at) {
    byte[] bytes = new byte[at + Utf8.MOST_BYTES * text.length()];
    return Arrays.copyOfRange(bytes, at, new Utf8().write(text, bytes, at));
  }
}
