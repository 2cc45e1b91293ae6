package leakcensus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import leakcensus.config.InputException;
import leakcensus.match.LabelledPair;
import leakcensus.match.MentionPosition;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.security.AccessControlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadLabelsTest {

  private static final String SHEET =
      "file_a,position_a,slot_a,file_b,position_b,slot_b,probability,same\n0,1,0,0,2,0,0.5,yes\n";
  private static final LabelledPair PAIR =
      new LabelledPair(new MentionPosition(0, 1, 0), new MentionPosition(0, 2, 0), true);

  /** Local files under another scheme, as those of a cluster are. */
  public static class FarFileSystem extends RawLocalFileSystem {

    @Override
    public URI getUri() {
      return URI.create("far:///");
    }
  }

  /** Files that are there and that nobody may read; it says so with their path. */
  public static final class ShutFileSystem extends FarFileSystem {

    @Override
    public URI getUri() {
      return URI.create("shut:///");
    }

    @Override
    public FSDataInputStream open(org.apache.hadoop.fs.Path file, int bufferBytes)
        throws IOException {
      throw new AccessControlException("Permission denied: %s".formatted(file));
    }
  }

  private final Configuration hadoop = new Configuration();

  @TempDir private Path folder;

  LoadLabelsTest() {
    hadoop.setClass("fs.far.impl", FarFileSystem.class, RawLocalFileSystem.class);
    hadoop.setClass("fs.shut.impl", ShutFileSystem.class, RawLocalFileSystem.class);
  }

  @Test
  void readsWhereverFilesOfSourcesMayLie() throws IOException {
    Path sheet = sheet(SHEET);

    assertThat(LoadLabels.load(Optional.of(sheet.toString()), hadoop).orElseThrow().pairs())
        .containsExactly(PAIR);
    assertThat(LoadLabels.load(Optional.of(sheet.toUri().toString()), hadoop).orElseThrow().pairs())
        .containsExactly(PAIR);
    assertThat(LoadLabels.load(Optional.of("far://" + sheet), hadoop).orElseThrow().pairs())
        .containsExactly(PAIR);
    assertThat(LoadLabels.load(Optional.empty(), hadoop)).isEmpty();
  }

  @Test
  void readsFilesWhoseNamesWouldMeanSomethingInAnAddress() throws IOException {
    Path sheet = folder.resolve("by hand: 100%20 [1]#.csv");
    Files.writeString(sheet, SHEET);

    assertThat(LoadLabels.load(Optional.of(sheet.toString()), hadoop).orElseThrow().pairs())
        .containsExactly(PAIR);
  }

  @Test
  void saysWhatIsWrongWithTheFileAndNotWhichItIs() throws IOException {
    Path sheet = sheet(SHEET);

    assertUnreadable("far://" + folder.resolve("ada-byron.csv"), "no such file");
    assertUnreadable("far://" + folder, "no such file");
    assertUnreadable(folder.resolve("ada-byron.csv").toString(), "no such file");
    assertUnreadable("shut://" + sheet, "AccessControlException while reading");
    assertUnreadable("nowhere://" + sheet, "UnsupportedFileSystemException while reading");
    assertUnreadable("ada\0byron.csv", "the name is no path that can be read");
  }

  @Test
  void refusesTextThatIsNotUtf8() throws IOException {
    Path sheet = folder.resolve("labels.csv");
    Files.write(sheet, (SHEET + "Zoë").getBytes(StandardCharsets.ISO_8859_1));

    assertUnreadable(sheet.toString(), "they are not UTF-8");
  }

  @Test
  void namesTheLineThatIsNoLabel() throws IOException {
    Path sheet = sheet(SHEET + "0,1,0,0,ada,0,0.5,yes\n");

    assertThatThrownBy(() -> LoadLabels.load(Optional.of("far://" + sheet), hadoop))
        .isInstanceOf(InputException.class)
        .hasNoCause()
        .hasMessage(
            "Cannot read the labels: Invalid label in line 3: file, position and slot are not three"
                + " whole numbers from 0. Check resolve.matching.labels.");
  }

  private Path sheet(String text) throws IOException {
    return Files.writeString(folder.resolve("labels.csv"), text);
  }

  private void assertUnreadable(String file, String fault) {
    assertThatThrownBy(() -> LoadLabels.load(Optional.of(file), hadoop))
        .isInstanceOfSatisfying(
            InputException.class,
            refused -> assertThat(refused.kind()).isEqualTo(InputException.Kind.UNREADABLE))
        .hasNoCause()
        .hasMessage(
            "Cannot read the labels: %s. Check resolve.matching.labels, and who may read it."
                .formatted(fault));
  }
}
