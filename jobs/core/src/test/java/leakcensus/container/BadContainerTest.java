package leakcensus.container;

import static leakcensus.container.Packed.entries;
import static leakcensus.container.Packed.joined;
import static leakcensus.container.Packed.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of bad containers, one by one. */
class BadContainerTest {

  private static final byte[] LINES = Packed.lines(120_000, 2);
  private static final byte[] ONE = text("one\n");
  private static final byte[] TWO = text("two\n");

  @Test
  void takesAnEmptyFileForAnEmptyPart() throws IOException {
    Parts parts = Parts.of(new byte[0]);

    assertThat(parts.texts()).containsExactly("=");
    assertThat(parts.refused()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void keepsWhatCameBeforeACompressionBreaksOff(Compression compression) throws IOException {
    byte[] packed = Packed.compress(compression, LINES);

    Parts parts = Parts.of(Arrays.copyOf(packed, packed.length * 2 / 3));

    byte[] came = parts.parts().get(0).bytes();
    // Two thirds, less one block of the compression.
    assertThat(came.length).isGreaterThan(LINES.length * 2 / 3 - 1_000_000);
    assertThat(came).isEqualTo(Arrays.copyOf(LINES, came.length));
    assertThat(parts.parts().get(0).broken()).contains(EntryFault.TRUNCATED);
    assertThat(parts.refused())
        .containsExactly(new RefusedEntry(List.of(), EntryFault.TRUNCATED, 0));
  }

  @Test
  void losesNoByteOfATruncatedGzip() throws IOException {
    byte[] packed = Packed.gzip(LINES);
    Inflater inflater = new Inflater(true);
    inflater.setInput(packed, 10, packed.length / 2 - 10);
    byte[] expected = new byte[LINES.length];
    int came = 0;
    try {
      for (int more = 1; more > 0; came += more) {
        more = inflater.inflate(expected, came, expected.length - came);
      }
    } catch (DataFormatException fault) {
      throw new IllegalStateException(fault);
    }

    Parts parts = Parts.of(Arrays.copyOf(packed, packed.length / 2));

    assertThat(parts.parts().get(0).bytes()).isEqualTo(Arrays.copyOf(expected, came));
  }

  @ParameterizedTest
  @EnumSource(names = {"GZIP", "BZIP2", "XZ"})
  void findsAFlippedBit(Compression compression) throws IOException {
    byte[] packed = Packed.compress(compression, LINES);
    packed[packed.length / 2] ^= 0x10;

    Parts parts = Parts.of(packed);

    assertThat(parts.parts().get(0).broken()).contains(EntryFault.CORRUPT);
    assertThat(parts.refused()).containsExactly(new RefusedEntry(List.of(), EntryFault.CORRUPT, 0));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void countsJunkBehindACompression(Compression compression) throws IOException {
    byte[] packed = joined(Packed.compress(compression, LINES), text("junk of 16 bytes"));

    Parts alone = Parts.of(packed);
    Parts nested = Parts.of(Packed.tar(entries("one", ONE, "packed", packed, "two", TWO)));

    assertThat(alone.parts().get(0).bytes()).isEqualTo(LINES);
    assertThat(alone.parts().get(0).broken()).isEmpty();
    assertThat(alone.refused())
        .containsExactly(new RefusedEntry(List.of(), EntryFault.UNREAD_BYTES, 16));
    assertThat(nested.names()).containsExactly("one", "packed", "two");
    assertThat(nested.refused())
        .containsExactly(new RefusedEntry(List.of(1), EntryFault.UNREAD_BYTES, 16));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void refusesACompressionOfWhichNothingCame(Compression compression) throws IOException {
    // Enough to know it by, and too little for a byte of it.
    int length = compression == Compression.ZSTD ? 7 : 11;
    byte[] stump = Arrays.copyOf(Packed.compress(compression, ONE), length);

    Parts parts = Parts.of(Packed.zip(entries("stump", stump, "two", TWO)));

    assertThat(parts.texts()).containsExactly("two=two\n");
    assertThat(parts.refused())
        .containsExactly(new RefusedEntry(List.of(0), EntryFault.TRUNCATED, length));
  }

  @Test
  void goesByBytesAndNotByNames() throws IOException {
    Parts parts =
        Parts.of(
            Packed.tar(
                entries(
                    "plain.gz", ONE,
                    "gzip.csv", Packed.gzip(TWO),
                    "zip.csv", Packed.zip(entries("in", ONE)))));

    assertThat(parts.texts())
        .containsExactly("plain.gz=one\n", "gzip.csv=two\n", "zip.csv!/in=one\n");
    assertThat(parts.refused()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ZIP, ../up", "ZIP, a/../../up", "ZIP, /absolute", "ZIP, C:\\drive", "ZIP, a\\..\\..\\up",
    "TAR, ../up", "TAR, /absolute", "TAR, c:/drive", "SEVEN_ZIP, ../up", "SEVEN_ZIP, \\\\host\\a"
  })
  void refusesUnsafeNames(Archive archive, String name) throws IOException {
    Parts parts =
        Parts.of(Packed.archive(archive, entries("one", ONE, name, text("bad"), "two", TWO)));

    assertThat(parts.texts()).containsExactly("one=one\n", "two=two\n");
    assertThat(parts.refused())
        .containsExactly(new RefusedEntry(List.of(1), EntryFault.UNSAFE_NAME, 3));
  }

  @Test
  void keepsNamesThatOnlyLookUnsafe() throws IOException {
    Parts parts = Parts.of(Packed.zip(entries("a..b/..c", ONE, "./d", TWO)));

    assertThat(parts.texts()).containsExactly("a..b/..c=one\n", "d=two\n");
  }

  @Test
  void refusesALinkInAZip() throws IOException {
    // Info-ZIP 3.0: ln -s one.csv link.csv; zip -y link.zip d/one.csv d/link.csv
    Parts parts =
        Parts.of(
            Packed.base64(
                "UEsDBAoAAAAAAAAAIVzUVLnuDAAAAAwAAAAJABwAZC9vbmUuY3N2VVQJAAMAuVVpyl0La3V4CwABBAAA"
                    + "AAAEAAAAAGlkLG5hbWUKMSxhClBLAwQKAAAAAAAAACFcLSa2NAcAAAAHAAAACgAcAGQvbGluay5jc3ZV"
                    + "VAkAAwC5VWkAuVVpdXgLAAEEAAAAAAQAAAAAb25lLmNzdlBLAQIeAwoAAAAAAAAAIVzUVLnuDAAAAAwA"
                    + "AAAJABgAAAAAAAEAAACkgQAAAABkL29uZS5jc3ZVVAUAAwC5VWl1eAsAAQQAAAAABAAAAABQSwECHgMK"
                    + "AAAAAAAAACFcLSa2NAcAAAAHAAAACgAYAAAAAAAAAAAA/6FPAAAAZC9saW5rLmNzdlVUBQADALlVaXV4"
                    + "CwABBAAAAAAEAAAAAFBLBQYAAAAAAgACAJ8AAACaAAAAAAA="));

    assertThat(parts.texts()).containsExactly("d/one.csv=id,name\n1,a\n");
    assertThat(parts.refused()).containsExactly(new RefusedEntry(List.of(1), EntryFault.LINK, 7));
  }

  @Test
  void refusesAnEncryptedEntryOfAZip() throws IOException {
    // Info-ZIP 3.0: zip -P secret enc.zip d/one.csv
    Parts parts =
        Parts.of(
            Packed.base64(
                "UEsDBAoACQAAAAAAIVzUVLnuGAAAAAwAAAAJABwAZC9vbmUuY3N2VVQJAAMAuVVpALlVaXV4CwABBAAA"
                    + "AAAEAAAAACiPP4lSFIX0CjSBIdlMXCiiMqsgmVNsAlBLBwjUVLnuGAAAAAwAAABQSwECHgMKAAkAAAAA"
                    + "ACFc1FS57hgAAAAMAAAACQAYAAAAAAABAAAApIEAAAAAZC9vbmUuY3N2VVQFAAMAuVVpdXgLAAEEAAAA"
                    + "AAQAAAAAUEsFBgAAAAABAAEATwAAAGsAAAAAAA=="));

    assertThat(parts.parts()).isEmpty();
    assertThat(parts.refused())
        .containsExactly(new RefusedEntry(List.of(0), EntryFault.ENCRYPTED, 12));
  }

  @Test
  void refusesTheEncryptedEntriesOfASevenZip() throws IOException {
    Parts parts = Parts.of(Packed.encryptedSevenZip(entries("a", ONE, "b", TWO)));

    assertThat(parts.parts()).isEmpty();
    assertThat(parts.refused())
        .containsExactly(
            new RefusedEntry(List.of(0), EntryFault.ENCRYPTED, 4),
            new RefusedEntry(List.of(1), EntryFault.ENCRYPTED, 4));
  }

  @Test
  void refusesAnUnsupportedMethodOfAZip() throws IOException {
    byte[] zip = Packed.zip(entries("one", ONE, "ppmd", TWO), ZipArchiveOutputStream.STORED);
    int directory = indexOf(zip, "PK\u0001\u0002", 0);
    int second = indexOf(zip, "PK\u0001\u0002", directory + 1);
    zip[second + 10] = 98;

    Parts parts = Parts.of(zip);

    assertThat(parts.texts()).containsExactly("one=one\n");
    assertThat(parts.refused())
        .containsExactly(new RefusedEntry(List.of(1), EntryFault.UNSUPPORTED_METHOD, 4));
  }

  @Test
  void refusesArchivesThatAreNotRead() throws IOException {
    byte[] rar = text("Rar!\u001A\u0007\u0001\0and so on");

    Parts parts = Parts.of(Packed.tar(entries("a.rar", rar, "two", TWO)));

    assertThat(parts.texts()).containsExactly("two=two\n");
    assertThat(parts.refused())
        .containsExactly(new RefusedEntry(List.of(0), EntryFault.UNSUPPORTED_FORMAT, rar.length));
  }

  @Test
  void losesOnlyTheDamagedEntryOfAZip() throws IOException {
    byte[] zip =
        Packed.zip(entries("one", ONE, "lines", LINES, "two", TWO), ZipArchiveOutputStream.STORED);
    zip[zip.length / 2] ^= 1;

    Parts parts = Parts.of(zip);

    assertThat(parts.names()).containsExactly("one", "lines", "two");
    assertThat(parts.parts().get(1).broken()).contains(EntryFault.CORRUPT);
    assertThat(parts.parts().get(2).text()).isEqualTo("two\n");
    assertThat(parts.refused())
        .containsExactly(new RefusedEntry(List.of(1), EntryFault.CORRUPT, 0));
  }

  @Test
  void readsATruncatedZipByItsLocalHeaders() throws IOException {
    byte[] zip = Packed.zip(entries("one", ONE, "lines", LINES, "two", TWO));

    Parts parts = Parts.of(Arrays.copyOf(zip, zip.length / 2));

    assertThat(parts.names()).containsExactly("one", "lines");
    assertThat(parts.parts().get(0).text()).isEqualTo("one\n");
    byte[] came = parts.parts().get(1).bytes();
    assertThat(came.length).isGreaterThan(LINES.length / 3);
    assertThat(came).isEqualTo(Arrays.copyOf(LINES, came.length));
    assertThat(parts.refused())
        .containsExactly(
            new RefusedEntry(List.of(), EntryFault.LOCAL_HEADERS, 0),
            new RefusedEntry(List.of(1), EntryFault.TRUNCATED, 0),
            new RefusedEntry(List.of(2), EntryFault.TRUNCATED, 0));
  }

  @Test
  void keepsWhatCameBeforeATarBreaksOff() throws IOException {
    byte[] tar = Packed.tar(entries("one", ONE, "lines", LINES, "two", TWO));

    Parts parts = Parts.of(Arrays.copyOf(tar, tar.length / 2));

    assertThat(parts.names()).containsExactly("one", "lines");
    assertThat(parts.parts().get(1).bytes())
        .isEqualTo(Arrays.copyOf(LINES, tar.length / 2 - 3 * 512));
    assertThat(parts.refused())
        .containsExactly(
            new RefusedEntry(List.of(1), EntryFault.TRUNCATED, 0),
            new RefusedEntry(List.of(2), EntryFault.TRUNCATED, 0));
  }

  @Test
  void endsATarAtADamagedHeader() throws IOException {
    byte[] tar = Packed.tar(entries("one", ONE, "two", TWO));
    tar[1024 + 300] ^= 1;

    Parts parts = Parts.of(tar);

    assertThat(parts.texts()).containsExactly("one=one\n");
    assertThat(parts.refused())
        .containsExactly(new RefusedEntry(List.of(1), EntryFault.CORRUPT, 0));
  }

  @Test
  void countsWhatStandsBehindTheEndOfATar() throws IOException {
    byte[] first = Packed.tar(entries("one", ONE));
    byte[] second = Packed.tar(entries("two", TWO));

    Parts parts = Parts.of(joined(first, second));

    assertThat(parts.texts()).containsExactly("one=one\n");
    assertThat(parts.refused())
        .containsExactly(new RefusedEntry(List.of(), EntryFault.UNREAD_BYTES, second.length));
  }

  @Test
  void countsWhatStandsBeforeAZip() throws IOException {
    byte[] first = Packed.zip(entries("one", ONE));

    Parts parts = Parts.of(joined(first, Packed.zip(entries("two", TWO))));

    assertThat(parts.texts()).containsExactly("two=two\n");
    assertThat(parts.refused())
        .containsExactly(new RefusedEntry(List.of(), EntryFault.UNREAD_BYTES, first.length));
  }

  @Test
  void refusesATruncatedSevenZip() throws IOException {
    byte[] archive = Packed.sevenZip(entries("lines", LINES));

    Parts parts = Parts.of(Arrays.copyOf(archive, archive.length / 2));

    assertThat(parts.parts()).isEmpty();
    assertThat(parts.refused())
        .containsExactly(new RefusedEntry(List.of(), EntryFault.TRUNCATED, archive.length / 2));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void stopsAtTheLimitOfEntries(Archive archive) throws IOException {
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i < 150; i++) {
      many.put("entry" + i, ONE);
    }

    Parts parts = Parts.of(Packed.archive(archive, many), limits(100, 4, 1 << 24));

    assertThat(parts.parts()).hasSize(100);
    assertThat(parts.refused())
        .containsExactly(new RefusedEntry(List.of(100), EntryFault.TOO_MANY_ENTRIES, 0));
  }

  @Test
  void refusesWhatIsNestedTooDeep() throws IOException {
    byte[] nested = Packed.zip(entries("core", ONE));
    for (int i = 0; i < 4; i++) {
      nested = Packed.zip(entries("shell", nested, "beside", TWO));
    }

    Parts parts = Parts.of(nested);

    assertThat(parts.names())
        .containsExactly(
            "shell!/shell!/shell!/beside", "shell!/shell!/beside", "shell!/beside", "beside");
    assertThat(parts.refused())
        .extracting(RefusedEntry::place, RefusedEntry::fault)
        .containsExactly(tuple(List.of(0, 0, 0, 0), EntryFault.TOO_DEEP));
  }

  @Test
  void countsATarAndTheCompressionAroundItAsOneLevel() throws IOException {
    byte[] packed = Packed.gzip(Packed.tar(entries("a", Packed.xz(ONE))));

    assertThat(Parts.of(packed, limits(10, 2, 1 << 24)).texts()).containsExactly("a=one\n");
    assertThat(Parts.of(packed, limits(10, 1, 1 << 24)).refused())
        .extracting(RefusedEntry::fault)
        .containsExactly(EntryFault.TOO_DEEP);
    assertThat(Parts.of(packed, limits(10, 0, 1 << 24)).refused())
        .extracting(RefusedEntry::place)
        .containsExactly(List.of());
  }

  @Test
  void streamsANestedZipThatCannotBeHeld() throws IOException {
    byte[] large = Packed.zip(entries("lines", LINES, "one", ONE));
    byte[] file = Packed.tar(entries("large", large, "two", TWO));

    Parts parts = Parts.of(file, limits(10, 4, 1 << 20));

    assertThat(parts.names()).containsExactly("large!/lines", "large!/one", "two");
    assertThat(parts.parts().get(0).bytes()).isEqualTo(LINES);
    assertThat(parts.refused())
        .containsExactly(new RefusedEntry(List.of(0), EntryFault.LOCAL_HEADERS, 0));
  }

  @Test
  void refusesANestedSevenZipThatCannotBeHeld() throws IOException {
    byte[] large = Packed.sevenZip(entries("lines", LINES));
    byte[] file = Packed.tar(entries("large", large, "two", TWO));

    Parts parts = Parts.of(file, limits(10, 4, 1 << 20));

    assertThat(parts.names()).containsExactly("two");
    assertThat(parts.refused())
        .containsExactly(new RefusedEntry(List.of(0), EntryFault.TOO_LARGE_TO_HOLD, large.length));
  }

  @Test
  void refusesDecodersThatNeedTooMuchMemory() throws IOException {
    // zstd 1.5: printf 'a\n' | zstd --long=30 --ultra -22 --no-check
    byte[] wideWindow = Packed.base64("KLUv/QCgEQAAYQo=");
    byte[] file = Packed.tar(entries("xz", Packed.xz(ONE), "zstd", wideWindow, "two", TWO));

    Parts parts = Parts.of(file, limits(10, 4, 1 << 20));

    assertThat(parts.names()).containsExactly("two");
    assertThat(parts.refused())
        .extracting(RefusedEntry::fault)
        .containsExactly(EntryFault.NEEDS_MEMORY, EntryFault.NEEDS_MEMORY);
  }

  @Test
  void refusesATarWhoseHeaderHasNoEnd() throws IOException {
    byte[] name = new byte[2_000_000];
    Arrays.fill(name, (byte) 'a');
    byte[] tar = Packed.tar(entries("one", ONE, "long", name, "two", TWO));
    // The content of the second entry becomes the name of the third, and the checksum right again.
    tar[1024 + 156] = 'L';
    System.arraycopy(octal(checksum(tar, 1024)), 0, tar, 1024 + 148, 6);

    Parts parts = Parts.of(tar);

    assertThat(parts.texts()).containsExactly("one=one\n");
    assertThat(parts.refused())
        .containsExactly(new RefusedEntry(List.of(1), EntryFault.HEADER_TOO_LONG, 0));
  }

  @Test
  void stopsAtTheTotalOfBytes() throws IOException {
    byte[] file =
        Packed.zip(entries("one", ONE, "lines", LINES, "two", TWO), ZipArchiveOutputStream.STORED);
    ContainerLimits limits = new ContainerLimits(1_000, 1 << 30, 10, 4, 1_000_000, 1 << 20);

    Parts parts = Parts.of(file, limits);

    assertThat(parts.names()).containsExactly("one", "lines");
    assertThat(parts.parts().get(1).bytes().length).isLessThanOrEqualTo(1_000_000);
    assertThat(parts.parts().get(1).broken()).contains(EntryFault.TOTAL_BYTES);
    assertThat(parts.refused())
        .containsExactly(
            new RefusedEntry(List.of(1), EntryFault.TOTAL_BYTES, 0),
            new RefusedEntry(List.of(2), EntryFault.TOTAL_BYTES, 4));
  }

  @Test
  void takesAFailureOfTheDiskForWhatItIs() {
    byte[] file = Packed.gzip(Packed.tar(entries("lines", LINES)));

    assertThatThrownBy(() -> Parts.of(failing(file, 500_000), ContainerLimits.DEFAULT))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("the disk");
    byte[] zip = Packed.zip(entries("lines", LINES));
    assertThatThrownBy(() -> Parts.of(failing(zip, 500_000), ContainerLimits.DEFAULT))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("the disk");
  }

  @Test
  void saysNothingOfTheContent() throws IOException {
    byte[] gzip = Packed.gzip(LINES);
    try (PartCursor cursor =
        OpenContainer.open(
            new MemoryBytes(Arrays.copyOf(gzip, gzip.length / 2)), ContainerLimits.DEFAULT)) {
      cursor.next();

      assertThatThrownBy(() -> cursor.bytes().readAllBytes())
          .isExactlyInstanceOf(BrokenPartException.class)
          .hasMessage(
              "Cannot read a packed part further: the packed bytes end too early: what came"
                  + " before was read")
          .hasNoCause();
      assertThat(cursor.refused(EntryFault.TRUNCATED)).isEqualTo(1);
    }
  }

  private static ContainerLimits limits(long entries, int depth, long heldBytes) {
    return new ContainerLimits(1_000, 100_000_000, entries, depth, 1L << 40, heldBytes);
  }

  /** A file that cannot be read from a position on, up to its last 64 KB. */
  private static SeekableBytes failing(byte[] file, int from) {
    MemoryBytes whole = new MemoryBytes(file);
    return new SeekableBytes() {
      @Override
      public long size() {
        return whole.size();
      }

      @Override
      public int readAt(long position, byte[] target, int offset, int length) throws IOException {
        if (position >= from && position + (1 << 17) < file.length) {
          throw new IOException("the disk");
        }
        return whole.readAt(position, target, offset, length);
      }

      @Override
      public InputStream openAt(long position) {
        return new FilterInputStream(whole.openAt(position)) {
          private long given = position;

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            if (given >= from) {
              throw new IOException("the disk");
            }
            int read = super.read(target, offset, length);
            given += read;
            return read;
          }
        };
      }
    };
  }

  private static int indexOf(byte[] bytes, String text, int from) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text, from);
  }

  private static byte[] octal(int number) {
    return text("%06o".formatted(number));
  }

  private static int checksum(byte[] tar, int header) {
    int sum = 8 * ' ';
    for (int i = 0; i < 512; i++) {
      sum += i < 148 || i >= 156 ? tar[header + i] & 0xFF : 0;
    }
    return sum;
  }
}
