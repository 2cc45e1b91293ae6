package leakcensus.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import leakcensus.source.SplitTally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScannedBytesTest {

  @Test
  void holdsNoMoreThanItsLimit() throws IOException {
    ScannedBytes bytes = scan(new byte[1 << 20], 1000);
    bytes.hold();
    while (bytes.read() != ScannedBytes.END) {}
    bytes.release();

    assertThat(bytes.isTooLong()).isTrue();
    assertThat(bytes.held().length).isLessThanOrEqualTo(1 << 10);
  }

  /** The oracle goes byte by byte. */
  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "GBK", "Shift_JIS", "GB18030"})
  void goesToTheNextStopAsByteByByte(String charset) throws IOException {
    boolean[] stops = ScannedBytes.stops('"', '\\', '\n');
    byte[] whole = new byte[400_000];
    Random random = new Random(5);
    for (int i = 0; i < whole.length; i++) {
      // Stops are rare, so that some gaps are longer than the buffer.
      boolean rare = random.nextInt(50_000) == 0 || i % 100_000 < 200;
      whole[i] = (byte) (rare ? random.nextInt(256) : 'a' + random.nextInt(20));
    }
    ScannedBytes bytes = scan(whole, Charset.forName(charset), whole.length);
    ScannedBytes slow = scan(whole, Charset.forName(charset), whole.length);
    int stopped = 0;
    do {
      bytes.hold();
      bytes.skipTo(stops);
      bytes.release();
      slow.hold();
      for (int seen = slow.peek(); !isStop(seen, stops); seen = slow.peek()) {
        slow.advance();
      }
      slow.release();

      assertThat(bytes.offset()).isEqualTo(slow.offset());
      assertThat(bytes.peek()).isEqualTo(slow.peek());
      assertThat(Arrays.copyOf(bytes.held(), bytes.heldBytes()))
          .isEqualTo(Arrays.copyOf(slow.held(), slow.heldBytes()));
      stopped++;
      slow.read();
    } while (bytes.read() != ScannedBytes.END);
    assertThat(stopped).isGreaterThan(5);
    assertThat(bytes.offset()).isEqualTo(whole.length);
  }

  private static boolean isStop(int seen, boolean[] stops) {
    return seen == ScannedBytes.END || (seen < stops.length && stops[seen]);
  }

  @Test
  void holdsAcrossItsBuffer() throws IOException {
    byte[] whole = new byte[300_000];
    for (int i = 0; i < whole.length; i++) {
      whole[i] = (byte) ('a' + i % 26);
    }
    ScannedBytes bytes = scan(whole, whole.length);
    bytes.skip(10);
    bytes.hold();
    for (int i = 10; i < whole.length; i++) {
      assertThat(bytes.lookingAt("" + (char) whole[i])).isTrue();
      bytes.advance();
    }
    bytes.release();

    assertThat(new String(bytes.held(), 0, bytes.heldBytes(), StandardCharsets.US_ASCII))
        .isEqualTo(new String(whole, 10, whole.length - 10, StandardCharsets.US_ASCII));
    assertThat(bytes.offset()).isEqualTo(whole.length);
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, false",
    "windows-1252, false",
    "EUC-KR, false",
    "GBK, true",
    "Big5, true",
    "Shift_JIS, true",
    "GB18030, true",
    "x-windows-949, true"
  })
  void knowsCharsetsWithBytesThatLookLikeAscii(String charset, boolean expected) {
    assertThat(LeadBytes.of(Charset.forName(charset)).any()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-32", "IBM037", "ISO-2022-JP"})
  void refusesCharsetsWithoutAscii(String charset) {
    assertThatThrownBy(() -> LeadBytes.of(Charset.forName(charset)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid charset: %s (must hold ASCII as single bytes)", charset);
  }

  @Test
  void rejectsLimitsThatCannotBe() {
    assertThatThrownBy(() -> scan(new byte[0], 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid limit of a record: 0 bytes (must be >= 1)");
    assertThatThrownBy(
            () ->
                new FormatInput(
                    new ByteArrayInputStream(new byte[0]),
                    StandardCharsets.UTF_8,
                    List.of(),
                    1,
                    new SplitTally(0),
                    -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid first offset: -1 (must be >= 0)");
  }

  private static ScannedBytes scan(byte[] bytes, int limit) {
    return scan(bytes, StandardCharsets.UTF_8, limit);
  }

  private static ScannedBytes scan(byte[] bytes, Charset charset, int limit) {
    return new ScannedBytes(
        new FormatInput(
            new ByteArrayInputStream(bytes), charset, List.of(), limit, new SplitTally(0), 0));
  }
}
