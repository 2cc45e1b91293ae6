package leakcensus.spark.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import leakcensus.config.InputException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkDuplicatesTest {

  @TempDir private Path folder;

  private final List<InputFile> files = new ArrayList<>();

  @Test
  void marksEachCopyWithTheFirstFileItEquals() throws IOException {
    add(0, "same");
    add(0, "other bytes");
    add(0, "same");
    add(0, "sane");
    add(0, "same");
    add(0, "sane");

    assertThat(duplicateOf()).containsExactly(0, 1, 0, 3, 0, 3);
    assertThat(mark().file(2).isDuplicate()).isTrue();
    assertThat(mark().file(3).isDuplicate()).isFalse();
  }

  @Test
  void keepsCopiesInAnotherSourceAndEmptyFiles() throws IOException {
    add(0, "same");
    add(1, "same");
    add(1, "same");
    add(1, "");
    add(1, "");

    assertThat(duplicateOf()).containsExactly(0, 1, 1, 3, 4);
  }

  @Test
  void changesNothingElse() throws IOException {
    add(0, "same");
    add(0, "same");
    InputFile copy = files.get(1);

    assertThat(mark().file(1))
        .isEqualTo(new InputFile(1, 0, copy.path(), new FileStamp(4, 0), FilePacking.NONE, 0));
  }

  @Test
  void readsOnlyFilesOfEqualLength() throws IOException {
    add(0, "same");
    add(0, "length");
    Files.delete(folder.resolve("f0"));

    assertThat(duplicateOf()).containsExactly(0, 1);
  }

  @Test
  void saysWhichFileCannotBeReadWithoutItsPath() throws IOException {
    add(0, "same");
    add(0, "sane");
    Files.delete(folder.resolve("f1"));

    assertThatThrownBy(this::mark)
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Cannot read file 1: FileNotFoundException. Check its permissions, or leave it out.")
        .extracting(fault -> ((InputException) fault).kind())
        .isEqualTo(InputException.Kind.UNREADABLE);
  }

  private List<Integer> duplicateOf() {
    return mark().files().stream().map(InputFile::duplicateOf).toList();
  }

  private InputFiles mark() {
    return MarkDuplicates.mark(new InputFiles(files), new Configuration(false));
  }

  private void add(int source, String content) throws IOException {
    int id = files.size();
    Path file = Files.writeString(folder.resolve("f" + id), content);
    files.add(
        new InputFile(
            id, source, "file:" + file, new FileStamp(content.length(), 0), FilePacking.NONE, id));
  }
}
