package leakcensus.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import leakcensus.block.LongTable;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BzipIndexTest {

  private static final long SEED = 20261129;

  /** Two streams of several blocks, and three of one. */
  private static final byte[] TEXT = text(2_200_000);

  private static final byte[] FILE =
      joined(
          packed(Arrays.copyOfRange(TEXT, 0, 1_000_000), 9),
          packed(Arrays.copyOfRange(TEXT, 1_000_000, 1_000_100), 9),
          packed(new byte[0], 9),
          packed(Arrays.copyOfRange(TEXT, 1_000_100, 1_100_000), 9),
          packed(Arrays.copyOfRange(TEXT, 1_100_000, 2_200_000), 9));

  @ParameterizedTest(name = "ranges of {0} bytes")
  @ValueSource(ints = {5_000, 77_777, 300_000, 100_000_000})
  void findsTheSameBlocksInRangesOfAnySize(int rangeBytes) throws IOException {
    BzipIndex index = index(FILE, rangeBytes).orElseThrow();

    assertThat(decoded(FILE)).as("the library's own text").isEqualTo(TEXT);
    assertThat(index.textBytes()).isEqualTo(TEXT.length);
    int blocks = 0;
    for (long offset = 0; offset < TEXT.length; offset = next(index, offset)) {
      assertThat(index.blockOffset(offset)).isEqualTo(offset);
      assertThat(textFrom(FILE, index.blockBit(offset)))
          .as("text from offset %d, seed %d", offset, SEED)
          .isEqualTo(Arrays.copyOfRange(TEXT, (int) offset, TEXT.length));
      blocks++;
    }
    assertThat(blocks).isEqualTo(6);
  }

  @Test
  void givesNoIndexOfAFileThatIsNotSound() throws IOException {
    Random random = new Random(SEED);
    assertNone(Arrays.copyOf(FILE, FILE.length - 1), "a byte short");
    assertNone(Arrays.copyOf(FILE, FILE.length / 2), "half");
    assertNone(joined(FILE, new byte[] {0}), "a byte behind it");
    assertNone(joined(FILE, FILE, new byte[] {'B', 'Z', 'h'}), "half a header behind it");
    for (int flip = 0; flip < 6; flip++) {
      byte[] flipped = FILE.clone();
      int bit = random.nextInt(FILE.length * 8);
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(readsToItsEnd(flipped)).as("the library on bit %d", bit).isFalse();
      assertNone(flipped, "bit %d of seed %d".formatted(bit, SEED));
    }
  }

  @Test
  void givesNoIndexOfWhatIsNotToBeCut() throws IOException {
    assertNone(new byte[0], "nothing");
    assertNone(packed(new byte[0], 9), "no text");
    assertNone(packed(Arrays.copyOf(TEXT, 200_000), 1), "blocks of 100 kB");
    assertNone(packed(packed(Arrays.copyOf(TEXT, 90_000), 9), 9), "packed twice");
    byte[] png = Arrays.copyOf(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, 99);
    assertNone(packed(png, 9), "a picture");
  }

  @Test
  void givesNoIndexOfAFileBeyondTheLimits() throws IOException {
    LongTable found = FindBzipBlocks.find(new MemoryBytes(FILE), 0, FILE.length);
    long text = TEXT.length;

    assertThat(BzipIndex.of(found, FILE.length, limits(10, 1_100_000, text))).isPresent();
    assertThat(BzipIndex.of(found, FILE.length, limits(10, 1_100_000, text - 1))).isEmpty();
    assertThat(BzipIndex.of(found, FILE.length, limits(1, text, text))).isPresent();
    assertThat(BzipIndex.of(found, FILE.length, limits(1, text - 1, text))).isEmpty();
  }

  @Test
  void saysThatAFileIsNotWhatItWas() throws IOException {
    BzipIndex index = index(FILE, FILE.length).orElseThrow();
    byte[] other = FILE.clone();
    other[10_000] ^= 1;

    assertThatThrownBy(() -> textFrom(other, index.blockBit(0)))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("Cannot decode a bzip2 file: it is not what it was when indexed");
    assertThatThrownBy(() -> textFrom(FILE, index.blockBit(0) + 1))
        .hasMessage("Cannot decode a bzip2 file: it is not what it was when indexed");
  }

  private static long next(BzipIndex index, long offset) {
    long after = offset + 1;
    while (after < TEXT.length && index.blockOffset(after) == offset) {
      after++;
    }
    return after;
  }

  private static void assertNone(byte[] file, String what) throws IOException {
    assertThat(index(file, 200_000)).as(what).isEmpty();
  }

  private static Optional<BzipIndex> index(byte[] file, int rangeBytes) throws IOException {
    LongTable found = FindBzipBlocks.table();
    for (int from = 0; from < file.length; from += rangeBytes) {
      long to = Math.min(file.length, (long) from + rangeBytes);
      found.appendAll(FindBzipBlocks.find(new MemoryBytes(file), from, to));
    }
    return BzipIndex.of(found, file.length, ContainerLimits.DEFAULT);
  }

  private static byte[] textFrom(byte[] file, long bit) throws IOException {
    try (BzipText text = new BzipText(new MemoryBytes(file), bit, () -> {})) {
      return text.readAllBytes();
    }
  }

  private static ContainerLimits limits(long ratio, long fromBytes, long bytes) {
    return new ContainerLimits(ratio, fromBytes, 1, 4, bytes, 0);
  }

  private static byte[] decoded(byte[] file) throws IOException {
    try (BZip2CompressorInputStream in =
        new BZip2CompressorInputStream(new ByteArrayInputStream(file), true)) {
      return in.readAllBytes();
    }
  }

  private static boolean readsToItsEnd(byte[] file) {
    try {
      return decoded(file).length == TEXT.length;
    } catch (IOException | RuntimeException damaged) {
      return false;
    }
  }

  /** Lines of random words, so that blocks end at odd bits. */
  private static byte[] text(int bytes) {
    Random random = new Random(SEED);
    byte[] text = new byte[bytes];
    for (int at = 0; at < bytes; at++) {
      text[at] = (byte) (random.nextInt(9) == 0 ? '\n' : 'a' + random.nextInt(4));
    }
    return text;
  }

  private static byte[] packed(byte[] text, int level) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BZip2CompressorOutputStream bzip2 = new BZip2CompressorOutputStream(out, level)) {
      bzip2.write(text);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return out.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
