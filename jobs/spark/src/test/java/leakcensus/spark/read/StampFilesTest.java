package leakcensus.spark.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
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

class StampFilesTest {

  private static final String CHANGED =
      "Cannot trust what was read of file 0: it was changed during the run. Start again when nobody writes to it.";

  @TempDir private Path folder;

  private final StampFiles stamps = new StampFiles(new Configuration());
  private Path file;
  private InputFiles listed;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("people.csv"), "name\nGiven Family\n");
    listed = listAgain();
  }

  private InputFiles listAgain() {
    Source source =
        new Source(
            "people",
            List.of(file.toString()),
            new RecordFormat.JsonLines(),
            Source.DETECT,
            List.of(Slot.of("holder", Map.of(PersonField.FULL_NAME, List.of("name")))),
            List.of(),
            new NormaliseSettings("CN", NationalIdRule.OPAQUE, DateOrder.DAY_FIRST));
    return new ListFiles(new Configuration()).list(List.of(source));
  }

  @Test
  void acceptsWhatNobodyHasTouched() {
    stamps.requireUnchanged(listed);
  }

  /** The length that a run reads up to is that of the list. */
  @Test
  void refusesAFileThatHasGrownSinceItWasListed() throws IOException {
    FileTime before = Files.getLastModifiedTime(file);
    Files.writeString(file, "name\nGiven Family\nGiven Other\n");
    Files.setLastModifiedTime(file, before);

    assertChanged();
  }

  @Test
  void refusesAFileOfTheSameLengthThatIsYounger() throws IOException {
    long before = listed.file(0).modified();
    Files.setLastModifiedTime(file, FileTime.fromMillis(before + 1_000));

    assertChanged();
  }

  @Test
  void refusesAFileThatIsGone() throws IOException {
    Files.delete(file);

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> stamps.requireUnchanged(listed))
        .withMessage(
            "Cannot look at file 0: FileNotFoundException. Was it removed during the run?");
  }

  @Test
  void knowsASampleAgainByLengthAndTime() throws IOException {
    InputFiles first = listed;
    Files.setLastModifiedTime(file, FileTime.fromMillis(5_000));
    InputFiles older = listAgain();

    assertThat(StampFiles.stamp(older)).endsWith(" 18 5000\n");
    assertThat(StampFiles.stamp(listAgain())).isEqualTo(StampFiles.stamp(older));
    assertThat(StampFiles.stamp(first)).isNotEqualTo(StampFiles.stamp(older));
    assertThat(StampFiles.fingerprint(listAgain())).isEqualTo(StampFiles.fingerprint(older));
    assertThat(StampFiles.fingerprint(first)).isNotEqualTo(StampFiles.fingerprint(older));
  }

  private void assertChanged() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> stamps.requireUnchanged(listed))
        .withMessage(CHANGED);
  }
}
