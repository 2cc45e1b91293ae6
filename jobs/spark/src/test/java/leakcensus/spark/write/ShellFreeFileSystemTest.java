package leakcensus.spark.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellFreeFileSystemTest {

  private static final String UMASK = "fs.permissions.umask-mode";

  @TempDir java.nio.file.Path folder;

  private static Configuration settings(String umask) {
    Configuration settings = new Configuration();
    settings.set(UMASK, umask);
    return settings;
  }

  private FileSystem files(Configuration settings) throws IOException {
    return FileSystem.newInstance(folder.toUri(), settings);
  }

  private Path path(String name) {
    return new Path(folder.resolve(name).toUri());
  }

  private Set<PosixFilePermission> modes(String name) throws IOException {
    return Files.getPosixFilePermissions(folder.resolve(name));
  }

  private void write(FileSystem files, String name) throws IOException {
    files.create(path(name + "/below/file"), false).close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"022", "077", "027", "000"})
  void givesFilesAndFoldersTheModesThatHadoopGives(String umask) throws IOException {
    try (FileSystem own = files(ShellFreeFileSystem.settings(settings(umask)));
        FileSystem hadoops = files(settings(umask))) {
      write(own, "own");
      write(hadoops, "hadoops");
    }

    for (String name : new String[] {"", "/below", "/below/file"}) {
      assertThat(modes("own" + name)).as(name).isEqualTo(modes("hadoops" + name));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0600, 0640, 0777, 0, 01777})
  void setsTheModesThatHadoopSets(int mode) throws IOException {
    try (FileSystem own = files(ShellFreeFileSystem.settings(new Configuration()));
        FileSystem hadoops = files(new Configuration())) {
      for (FileSystem files : new FileSystem[] {own, hadoops}) {
        String name = files == own ? "own" : "hadoops";
        files.mkdirs(path(name));
        files.setPermission(path(name), new FsPermission((short) mode));
      }
    }

    assertThat(Files.getAttribute(folder.resolve("own"), "unix:mode"))
        .isEqualTo(Files.getAttribute(folder.resolve("hadoops"), "unix:mode"));
  }

  @Test
  void leavesTheGroupOfAFolderToWhatIsMadeInIt() throws IOException {
    for (String name : new String[] {"own", "hadoops"}) {
      Files.setAttribute(Files.createDirectory(folder.resolve(name)), "unix:mode", 02770);
    }
    try (FileSystem own = files(ShellFreeFileSystem.settings(settings("027")));
        FileSystem hadoops = files(settings("027"))) {
      write(own, "own");
      write(hadoops, "hadoops");
    }

    for (String name : new String[] {"", "/below", "/below/file"}) {
      assertThat(Files.getAttribute(folder.resolve("own" + name), "unix:mode"))
          .as(name)
          .isEqualTo(Files.getAttribute(folder.resolve("hadoops" + name), "unix:mode"));
    }
    assertThat((int) Files.getAttribute(folder.resolve("own/below"), "unix:mode") & 02000)
        .isEqualTo(02000);
  }

  @Test
  void isWhatOutputsAreWrittenBy() throws IOException {
    Configuration plain = new Configuration();
    // As Spark has done before: Hadoop remembers it for the disk.
    assertThat(FileSystem.get(folder.toUri(), plain)).isNotInstanceOf(ShellFreeFileSystem.class);

    OutputFiles output = new OutputFiles(plain, folder.toString(), Optional.empty());
    new RunFolder(output, "run", Optional.empty()).write("text", "words");

    assertThat(output.files()).isInstanceOf(ShellFreeFileSystem.class);
    assertThat(path("any").getFileSystem(output.hadoop())).isInstanceOf(ShellFreeFileSystem.class);
    assertThat(folder.resolve("runs/run")).isDirectoryContaining("glob:**/text");
    assertThat(folder.resolve("runs/run/.text.crc")).doesNotExist();
  }

  @Test
  void writesNoChecksumBesideAFile() throws IOException {
    try (FileSystem own = files(ShellFreeFileSystem.settings(new Configuration()))) {
      write(own, "own");
    }

    assertThat(folder.resolve("own/below")).isDirectoryContaining("glob:**/file");
    assertThat(folder.resolve("own/below/.file.crc")).doesNotExist();
  }

  @Test
  void saysWhichFileIsNotThere() throws IOException {
    try (FileSystem own = files(ShellFreeFileSystem.settings(new Configuration()))) {
      assertThatThrownBy(() -> own.setPermission(path("none"), new FsPermission((short) 0600)))
          .isInstanceOf(NoSuchFileException.class)
          .hasMessageContaining("none");
    }
  }

  @Test
  void leavesAFileSystemThatIsNamedAlone() {
    Configuration named = new Configuration();
    named.setClass("fs.file.impl", LocalFileSystem.class, FileSystem.class);

    assertThat(ShellFreeFileSystem.settings(named)).isSameAs(named);
  }
}
