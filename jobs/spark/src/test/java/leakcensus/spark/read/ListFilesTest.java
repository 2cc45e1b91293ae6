package leakcensus.spark.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import leakcensus.config.InputException;
import leakcensus.normalise.DateOrder;
import leakcensus.normalise.NationalIdRule;
import leakcensus.normalise.NormaliseSettings;
import leakcensus.person.PersonField;
import leakcensus.source.RecordFormat;
import leakcensus.source.Slot;
import leakcensus.source.Source;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListFilesTest {

  private final ListFiles listing = new ListFiles(new Configuration(false));

  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    Files.createDirectories(folder.resolve("p/sub=1"));
    Files.createDirectories(folder.resolve("q"));
    write("p/a.jsonl", "aa");
    write("p/_b.jsonl", "bbb");
    write("p/.c.jsonl", "cccc");
    write("p/sub=1/d e.jsonl", "ddddd");
    write("p/a[1].jsonl", "eeeeee");
    write("p/a1.jsonl", "fffffff");
    write("q/10:30.jsonl", "gggggggg");
    write("p/%20.jsonl", "hhhhhhhhh");
  }

  @Test
  void findsAllFilesBelowAFolderWhateverTheirNames() {
    assertThat(names(list("p")))
        .containsExactly(
            "%20.jsonl", ".c.jsonl", "_b.jsonl", "a.jsonl", "a1.jsonl", "a[1].jsonl", "d e.jsonl");
  }

  @Test
  void takesTheVeryNameBeforeThePattern() {
    assertThat(names(list("p/a[1].jsonl"))).containsExactly("a[1].jsonl");
    assertThat(names(list("p/a[12].jsonl"))).containsExactly("a1.jsonl");
    assertThat(names(list("p/?.jsonl"))).containsExactly("a.jsonl");
    assertThat(names(list("p/sub*"))).containsExactly("d e.jsonl");
  }

  @Test
  void takesNamesWithAColon() {
    assertThat(names(list("q"))).containsExactly("10:30.jsonl");
    assertThat(names(list("q/10:30.jsonl"))).containsExactly("10:30.jsonl");
    // Hadoop's patterns cannot: that is said, and without the path.
    assertThatThrownBy(() -> list("q/*"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Cannot list entry 1 of files of source s: IllegalArgumentException."
                + " Check sources.s.files.");
  }

  @Test
  void takesAFolderWithAnExclamationMarkBeforeABorder() throws IOException {
    Files.createDirectories(folder.resolve("oh!/no!"));
    write("oh!/no!/x.zip", "iiiiiiiiii");

    assertThat(names(list("oh!/no!/x.zip"))).containsExactly("x.zip");
    assertThat(list("oh!/no!/x.zip!/a!/*.csv").file(0).parts()).isEqualTo("a!/*.csv");
    assertThat(list("p/a.jsonl!/*.csv").file(0).parts()).isEqualTo("*.csv");
  }

  @Test
  void takesUris() {
    InputFiles files =
        listing.list(List.of(source("s", List.of("file:" + folder.resolve("p/a.jsonl")))));

    assertThat(names(files)).containsExactly("a.jsonl");
  }

  @Test
  void numbersFilesBySourceAndPathAndListsEachOnce() {
    InputFiles files =
        listing.list(
            List.of(
                source("s", List.of(at("p/a1.jsonl"), at("p/a*.jsonl"))),
                source("t", List.of(at("p/a.jsonl")))));

    assertThat(names(files)).containsExactly("a.jsonl", "a1.jsonl", "a[1].jsonl", "a.jsonl");
    assertThat(files.files()).extracting(InputFile::id).containsExactly(0, 1, 2, 3);
    assertThat(files.files()).extracting(InputFile::source).containsExactly(0, 0, 0, 1);
    assertThat(files.files()).extracting(InputFile::bytes).containsExactly(2L, 7L, 6L, 2L);
    assertThat(files.file(3).source()).isEqualTo(1);
  }

  @Test
  void takesAnEntryThatFindsOnlyWhatAnotherHasFound() {
    assertThat(names(listing.list(List.of(source("s", List.of(at("p"), at("p/a.jsonl")))))))
        .hasSize(7);
  }

  @Test
  void tellsCompressionByTheFirstBytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(7);
    }
    Files.write(folder.resolve("p/plain.csv"), bytes.toByteArray());
    write("p/a.gz", "text");
    write("p/empty.gz", "");

    assertThat(list("p/plain.csv").file(0).compression()).isEqualTo(FilePacking.GZIP);
    assertThat(list("p/a.gz").file(0).compression()).isEqualTo(FilePacking.NONE);
    assertThat(list("p/empty.gz").file(0).compression()).isEqualTo(FilePacking.NONE);
    assertThat(FilePacking.GZIP.key()).isEqualTo("gzip");
    assertThat(FilePacking.NONE.key()).isEqualTo("none");
  }

  @Test
  void saysWhichEntryFindsNothingWithoutItsPath() throws IOException {
    Files.createDirectories(folder.resolve("secret-empty"));

    for (String entry : List.of("secret-missing", "secret*.csv", "secret-empty")) {
      assertThatThrownBy(() -> listing.list(List.of(source("cases", List.of(at("p"), at(entry))))))
          .isInstanceOf(InputException.class)
          .hasMessage(
              "Cannot find any file for entry 2 of files of source cases. Check sources.cases.files.")
          .extracting(fault -> ((InputException) fault).kind())
          .isEqualTo(InputException.Kind.UNREADABLE);
    }
  }

  @Test
  void saysWhichEntryCannotBeListedWithoutItsPath() {
    assertThatThrownBy(
            () -> listing.list(List.of(source("cases", List.of("nosuchscheme://host/secret")))))
        .isInstanceOf(InputException.class)
        .hasMessageMatching(
            "Cannot list entry 1 of files of source cases: \\w+\\. Check sources.cases.files.");
  }

  @Test
  void neverPrintsPaths() {
    InputFiles files = list("p/a.jsonl");

    assertThat(files).hasToString("InputFiles[1 files]");
    assertThat(files.file(0)).hasToString("InputFile[0, 2 bytes]");
  }

  private InputFiles list(String entry) {
    return listing.list(List.of(source("s", List.of(at(entry)))));
  }

  private static List<String> names(InputFiles files) {
    return files.files().stream().map(file -> file.path().replaceFirst(".*/", "")).toList();
  }

  private String at(String path) {
    return folder.resolve(path).toString();
  }

  private void write(String path, String content) throws IOException {
    Files.writeString(folder.resolve(path), content);
  }

  static Source source(String name, List<String> files) {
    return new Source(
        name,
        files,
        new RecordFormat.JsonLines(),
        "UTF-8",
        List.of(Slot.of("holder", Map.of(PersonField.PHONE, List.of("tel")))),
        List.of(),
        new NormaliseSettings("CN", NationalIdRule.OPAQUE, DateOrder.DAY_FIRST));
  }
}
