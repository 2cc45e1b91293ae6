package leakcensus.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OwnReaderTest {

  private static final int RECORDS = 1_500;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void findsAllThatWasWritten(ReaderFormat format) throws IOException {
    MadeUpFile file = WriteMadeUpFile.write(format, folder, RECORDS);

    ReadTotals found = new OwnReader(format, file, new Configuration(false)).read();

    assertThat(found.records()).isEqualTo(format.share(RECORDS));
    assertThat(found.length()).isEqualTo(file.content().characters());
    // Chinese characters take three bytes.
    assertThat(file.content().octets()).isGreaterThan(file.content().characters());
  }

  @Test
  void findsLessInAFileThatLostItsEnd() throws IOException {
    MadeUpFile file = WriteMadeUpFile.write(ReaderFormat.CSV, folder, RECORDS);
    byte[] bytes = Files.readAllBytes(file.path());
    Files.write(file.path(), Arrays.copyOf(bytes, bytes.length / 2));

    ReadTotals found = new OwnReader(ReaderFormat.CSV, file, new Configuration(false)).read();

    assertThat(found.records()).isBetween(RECORDS / 2L - 50, RECORDS / 2L + 50);
  }
}
