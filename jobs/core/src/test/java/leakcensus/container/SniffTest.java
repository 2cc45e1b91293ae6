package leakcensus.container;

import static leakcensus.container.Packed.entries;
import static leakcensus.container.Packed.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SniffTest {

  private static final Sniff UNKNOWN = new Sniff(Compression.NONE, Archive.NONE, Content.UNKNOWN);

  @ParameterizedTest
  @EnumSource
  void findsCompressions(Compression compression) {
    for (String text : new String[] {"", "id\n1\n"}) {
      assertThat(Sniff.of(Packed.compress(compression, text(text))))
          .isEqualTo(new Sniff(compression, Archive.NONE, Content.UNKNOWN));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void findsArchives(Archive archive) {
    byte[] file = Packed.archive(archive, entries("a", text("a")));

    assertThat(Sniff.of(file)).isEqualTo(new Sniff(Compression.NONE, archive, Content.UNKNOWN));
  }

  @ParameterizedTest
  @CsvSource({
    "25504446 2D312E37, PDF",
    "89504E47 0D0A1A0A, IMAGE",
    "FFD8FFE0 0010, IMAGE",
    "47494638 3961, IMAGE",
    "52494646 24080000 57415645, MEDIA",
    "7F454C46 0201, EXECUTABLE",
    "D0CF11E0 A1B11AE1, COMPOUND_FILE",
    "50415231, PARQUET",
    "4F626A01, AVRO",
    "53514C69 74652066 6F726D61 74203300, SQLITE",
    "52617221 1A070100, UNSUPPORTED_ARCHIVE",
    "04224D18, UNSUPPORTED_ARCHIVE",
    "4D534346 00000000, UNSUPPORTED_ARCHIVE"
  })
  void findsWhatIsNoText(String hex, Content content) {
    byte[] head = HexFormat.of().parseHex(hex.replace(" ", ""));

    assertThat(Sniff.of(head)).isEqualTo(new Sniff(Compression.NONE, Archive.NONE, content));
    assertThat(Sniff.of(Arrays.copyOf(head, head.length - 1)).content())
        .isIn(Content.UNKNOWN, content);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "P",
        "PK",
        "PK,NAME\n",
        "BZh9,phone\n",
        "BM,x\n",
        "MZ,name\n",
        "RIFF,a\n",
        "7z,a\n",
        "Obj,a\n",
        "PAR,a\n",
        "SQLite,a\n",
        "II*,a\n",
        "GIF8,a\n",
        "%PDF\n",
        "{\"id\":1}\n"
      })
  void takesTextForUnknown(String text) {
    assertThat(Sniff.of(text(text))).isEqualTo(UNKNOWN);
  }

  @Test
  void takesLongTextAndZerosForUnknown() {
    assertThat(Sniff.of(Arrays.copyOf(Packed.lines(100, 1), Sniff.HEAD_BYTES))).isEqualTo(UNKNOWN);
    assertThat(Sniff.of(new byte[Sniff.HEAD_BYTES])).isEqualTo(UNKNOWN);
    assertThat(Sniff.of("0".repeat(Sniff.HEAD_BYTES).getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(UNKNOWN);
  }

  @Test
  void tellsWhatHoldsNoRecords() {
    assertThat(Content.values())
        .filteredOn(Content::isNoData)
        .containsExactly(Content.IMAGE, Content.MEDIA, Content.PDF, Content.EXECUTABLE);
  }
}
