package leakcensus.container;

import static leakcensus.container.Packed.entries;
import static leakcensus.container.Packed.joined;
import static leakcensus.container.Packed.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContainerKindsTest {

  private static final byte[] LINES = Packed.lines(20_000, 1);
  private static final Map<String, byte[]> ENTRIES =
      entries("a.csv", text("id\n1\n"), "empty", text(""), "sub/b.csv", text("id\n2\n"));

  @ParameterizedTest
  @EnumSource
  void unpacksEveryCompression(Compression compression) throws IOException {
    Parts parts = Parts.of(Packed.compress(compression, LINES));

    assertThat(parts.names()).containsExactly("");
    assertThat(parts.parts().get(0).bytes()).isEqualTo(LINES);
    assertThat(parts.refused()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void joinsConcatenatedMembers(Compression compression) throws IOException {
    byte[] first = Packed.compress(compression, text("one\n"));
    byte[] empty = Packed.compress(compression, text(""));
    byte[] second = Packed.compress(compression, LINES);

    Parts parts = Parts.of(joined(first, empty, second, first));

    assertThat(parts.parts().get(0).bytes()).isEqualTo(joined(text("one\n"), LINES, text("one\n")));
    assertThat(parts.refused()).isEmpty();
  }

  static List<Arguments> nestings() {
    List<Arguments> nestings = new ArrayList<>();
    for (Archive archive : List.of(Archive.ZIP, Archive.TAR, Archive.SEVEN_ZIP)) {
      for (Compression compression : Compression.values()) {
        nestings.add(Arguments.of(archive, compression));
      }
    }
    return nestings;
  }

  @ParameterizedTest
  @MethodSource("nestings")
  void unpacksEveryArchiveInEveryCompression(Archive archive, Compression compression)
      throws IOException {
    byte[] file = Packed.compress(compression, Packed.archive(archive, ENTRIES));

    Parts parts = Parts.of(file);

    assertThat(parts.texts()).containsExactly("a.csv=id\n1\n", "empty=", "sub/b.csv=id\n2\n");
    assertThat(parts.refused()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("nestings")
  void unpacksEveryArchiveInEveryArchive(Archive outer, Compression compression)
      throws IOException {
    for (Archive inner : List.of(Archive.ZIP, Archive.TAR, Archive.SEVEN_ZIP)) {
      byte[] nested = Packed.compress(compression, Packed.archive(inner, ENTRIES));
      byte[] file =
          Packed.archive(outer, entries("first", text("1"), "in/nested", nested, "last", LINES));

      Parts parts = Parts.of(file);

      assertThat(parts.names())
          .containsExactly(
              "first", "in/nested!/a.csv", "in/nested!/empty", "in/nested!/sub/b.csv", "last");
      assertThat(parts.parts().get(3).text()).isEqualTo("id\n2\n");
      assertThat(parts.parts().get(4).bytes()).isEqualTo(LINES);
      assertThat(parts.refused()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void unpacksCompressedEntriesUnderTheirOwnName(Compression compression) throws IOException {
    byte[] file = Packed.tar(entries("a.csv.packed", Packed.compress(compression, LINES)));

    Parts parts = Parts.of(file);

    assertThat(parts.names()).containsExactly("a.csv.packed");
    assertThat(parts.parts().get(0).bytes()).isEqualTo(LINES);
  }

  @Test
  void passesOverSkippableFrames() throws IOException {
    byte[] skippable = Packed.skippableFrame(text("not data"));

    Parts parts =
        Parts.of(joined(skippable, Packed.zstd(text("a\n")), skippable, Packed.zstd(text("b\n"))));

    assertThat(parts.texts()).containsExactly("=a\nb\n");
    assertThat(parts.refused()).isEmpty();
  }

  @Test
  void readsStoredAndStreamedZips() throws IOException {
    assertThat(Parts.of(Packed.zip(ENTRIES, ZipArchiveOutputStream.STORED)).texts())
        .isEqualTo(Parts.of(Packed.streamedZip(ENTRIES)).texts())
        .containsExactly("a.csv=id\n1\n", "empty=", "sub/b.csv=id\n2\n");
  }

  @ParameterizedTest
  @EnumSource(names = {"COPY", "LZMA", "LZMA2", "BZIP2", "DEFLATE"})
  void readsTheMethodsOfSevenZip(SevenZMethod method) throws IOException {
    assertThat(Parts.of(Packed.sevenZip(ENTRIES, method)).texts())
        .containsExactly("a.csv=id\n1\n", "empty=", "sub/b.csv=id\n2\n");
  }

  @Test
  void readsLongNamesLinksAndPipesOfGnuTar() throws IOException {
    // GNU tar 1.34: tar --sort=name -H gnu -cf - d LONG | gzip -9n; d holds hard.csv, a symbolic
    // link, the
    // hard link one.csv and a pipe; LONG is a folder with a name of 120 and a file with one of 84
    // characters.
    Parts parts =
        Parts.of(
            Packed.base64(
                "H4sIAAAAAAACA+3YTW7CMBAF4FlzCh8AxR7/bnuAXCLCEUQUg6Dt+WtlB1XVRjCw8Ps2jrKK8jIzsbMmcaZK"
                    + "IcxrdbvO1xzYBue8n+9Hjp5UoCf4vHwMZ6WoUVnvhnPuNpcv2fyj97/nz/4m/xTZkjLIX9yU12U4"
                    + "jCteDyuCBuv/fSp7+fpPKf2//zOzY1L2WEbZJ0P9Zy3/kv/s/z/zdzaQ4mcMp+bzP02nUf7/b1H+"
                    + "JhlvSEXMf3Gd7vRbfyzbvo6BF+XPyV59C/O0cKR65C+uvIgmaCX/xft/VzH2/630f8cR/b+1/n94"
                    + "MPGNIvK/p/8vOv+r7d9GnP/h/A8AAAAAAAAAHuEbFS/AyAAoAAA="));

    assertThat(parts.texts())
        .containsExactly(
            "d/hard.csv=id,name\n1,a\n",
            "n".repeat(120) + "/" + "m".repeat(80) + ".csv=id,name\n1,a\n");
    assertThat(parts.refused())
        .containsExactly(
            new RefusedEntry(List.of(2), EntryFault.LINK, 0),
            new RefusedEntry(List.of(3), EntryFault.LINK, 0),
            new RefusedEntry(List.of(4), EntryFault.DEVICE, 0));
  }

  @Test
  void readsLongNamesOfPaxTar() throws IOException {
    // GNU tar 1.34: tar -H posix --pax-option=delete=atime,delete=ctime -cf - LONG | gzip -9n
    Parts parts =
        Parts.of(
            Packed.base64(
                "H4sIAAAAAAACA+3VvQ6CMBiF4c5cBRdA4OsfTu6O3kIjJDpADKDh8oU4iTFxEAjxfZY2ndp8Oadpdgz9"
                    + "oQxF2bRZPQ8Z5M4peZquYsQq7bXx1jo3nlsrVqu4Vwu4tV1ohquo/6Stjq+hO+/rlWSRwnqWGPGY8Z33"
                    + "H/M/7l/z7/Ix/35L+Z8+jvl/3f/W7Kb978XT/0sw2q/c/9WPpaf2zp+ypfyLdm/9b3IVC/0/u0uR1KEq"
                    + "I50EQgMAAAAAAAAAAABs3AOlh0/kACgAAA=="));

    assertThat(parts.texts())
        .containsExactly("n".repeat(120) + "/" + "m".repeat(80) + ".csv=id,name\n1,a\n");
    assertThat(parts.refused()).isEmpty();
  }

  @Test
  void numbersPartsAndEndsTheOneBefore() throws IOException {
    try (PartCursor cursor =
        OpenContainer.open(new MemoryBytes(Packed.zip(ENTRIES)), ContainerLimits.DEFAULT)) {
      cursor.next();
      var first = cursor.bytes();
      assertThat(cursor.part()).isZero();
      cursor.next();

      assertThat(cursor.part()).isEqualTo(1);
      assertThatThrownBy(first::read)
          .isExactlyInstanceOf(IOException.class)
          .hasMessage("Cannot read a packed part: its cursor has left it");
      cursor.next();
      assertThat(cursor.next()).isFalse();
      assertThatThrownBy(cursor::bytes)
          .isExactlyInstanceOf(IllegalStateException.class)
          .hasMessage("Cannot read a packed part: the cursor is on none");
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void goesOnBehindAPartThatWasNotRead(Archive archive) throws IOException {
    byte[] file = Packed.archive(archive, entries("a", LINES, "b", LINES, "c", text("c")));
    try (PartCursor cursor = OpenContainer.open(new MemoryBytes(file), ContainerLimits.DEFAULT)) {
      cursor.next();
      cursor.bytes().read();
      cursor.next();
      cursor.next();

      assertThat(cursor.name()).isEqualTo("c");
      assertThat(cursor.bytes().readAllBytes()).isEqualTo(text("c"));
      assertThat(cursor.bytesRead()).isPositive();
    }
  }

  @Test
  void givesOfficeDocumentsAsOnePart() throws IOException {
    byte[] workbook =
        Packed.zip(
            entries(
                "[Content_Types].xml", text("<Types/>"),
                "_rels/.rels", text("<Relationships/>"),
                "xl/workbook.xml", text("<workbook/>")));

    Parts alone = Parts.of(workbook);
    Parts nested = Parts.of(Packed.zip(entries("x.bin", workbook, "b", text("b"))));

    assertThat(alone.parts()).hasSize(1);
    assertThat(alone.parts().get(0).content()).isEqualTo(Content.OFFICE_XML);
    assertThat(alone.parts().get(0).bytes()).isEqualTo(workbook);
    assertThat(nested.names()).containsExactly("x.bin", "b");
    assertThat(nested.parts().get(0).bytes()).isEqualTo(workbook);
    assertThat(nested.parts().get(0).content()).isEqualTo(Content.OFFICE_XML);
    assertThat(nested.refused()).isEmpty();
  }
}
