package leakcensus.spark.read.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import leakcensus.inspect.FileLook;
import leakcensus.inspect.LeftOut;
import leakcensus.inspect.PartLeftOut;
import leakcensus.spark.read.LaidOut;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectOddFilesTest {

  @TempDir private Path folder;

  @Test
  void takesSectionsOfSettingsForNoJson() throws IOException {
    write("[server]\nhost = localhost\n\n[paths]\nout = x\n".getBytes(StandardCharsets.UTF_8));

    assertThat(look().leftOut()).extracting(PartLeftOut::reason).containsExactly(LeftOut.NO_TABLE);
  }

  @Test
  void saysOfACutWorkbookThatItIsCut() throws IOException {
    byte[] people = LaidOut.XLSX.write(StandardCharsets.UTF_8);
    write(Arrays.copyOf(people, people.length / 2));

    assertThat(look().leftOut()).extracting(PartLeftOut::reason).containsExactly(LeftOut.BROKEN);
  }

  @Test
  void looksIntoAWholeWorkbook() throws IOException {
    write(LaidOut.XLSX.write(StandardCharsets.UTF_8));

    FileLook look = look();

    assertThat(look.leftOut()).isEmpty();
    assertThat(look.tables()).hasSize(1);
    assertThat(look.tables().get(0).seen().records()).isEqualTo(LaidOut.PEOPLE);
  }

  private void write(byte[] content) throws IOException {
    Files.write(folder.resolve("file"), content);
  }

  private FileLook look() {
    List<FileLook> looks = new ArrayList<>();
    new InspectFiles(new Configuration(false), 1 << 20, 1)
        .inspect(List.of(folder.toString()), looks::add);
    assertThat(looks).hasSize(1);
    return looks.get(0);
  }
}
