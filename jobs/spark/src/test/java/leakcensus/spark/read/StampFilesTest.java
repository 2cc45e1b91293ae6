package leakcensus.spark.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import leakcensus.config.InputException;
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
  void list() throws IOException {
    file = Files.writeString(folder.resolve("people.csv"), "name\nGiven Family\n");
    listed =
        new InputFiles(
            List.of(
                new InputFile(
                    0, 0, file.toUri().toString(), Files.size(file), FilePacking.NONE, 0)));
  }

  @Test
  void acceptsWhatNobodyHasTouched() {
    stamps.requireUnchanged(listed, stamps.modified(listed));
  }

  /** The length that a run reads up to is that of the list. */
  @Test
  void refusesAFileThatGrewBetweenTheListAndTheStamp() throws IOException {
    Files.writeString(file, "name\nGiven Family\nGiven Other\n");

    assertChanged(() -> stamps.modified(listed));
  }

  @Test
  void refusesAFileThatGrewWhileItWasRead() throws IOException {
    List<Long> before = stamps.modified(listed);
    Files.writeString(file, "name\nGiven Family\nGiven Other\n");
    Files.setLastModifiedTime(file, FileTime.fromMillis(before.get(0)));

    assertChanged(() -> stamps.requireUnchanged(listed, before));
  }

  @Test
  void refusesAFileOfTheSameLengthThatIsYounger() throws IOException {
    List<Long> before = stamps.modified(listed);
    Files.setLastModifiedTime(file, FileTime.fromMillis(before.get(0) + 1_000));

    assertChanged(() -> stamps.requireUnchanged(listed, before));
    assertThat(stamps.modified(listed)).containsExactly(before.get(0) + 1_000);
  }

  private static void assertChanged(Runnable look) {
    assertThatExceptionOfType(InputException.class).isThrownBy(look::run).withMessage(CHANGED);
  }
}
