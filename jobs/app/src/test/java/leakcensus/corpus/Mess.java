package leakcensus.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * A folder as a responder gets it: hundreds of files of some twenty layouts, in folders inside each
 * other, under odd names, some broken, some empty, some of no interest. It knows whom it holds.
 */
final class Mess {

  /** Stands in names of files, and must stand nowhere but in the configuration. */
  static final String PATH_CANARY = "vqzx71920384";

  private static final int FILES_PER_LAYOUT = 14;
  private static final int ROWS_PER_FILE = 16;
  private static final long BOMB_BYTES = 120_000_000;

  private static final List<TextEncoding> ENCODINGS =
      List.of(
          TextEncoding.UTF_8,
          TextEncoding.GB18030,
          TextEncoding.UTF_8_MARKED,
          TextEncoding.UTF_8,
          TextEncoding.GBK);

  private static final List<String> ODD_NAMES =
      List.of(
          "export (final) #2",
          "k=v",
          "_SUCCESS",
          ".hidden",
          "[0-9]*",
          "{a,b}",
          "what?",
          "two\nlines",
          "oh!",
          "100%25 \"sure\" $HOME",
          "12:30",
          "客户资料",
          "Kundenübersicht");

  private final Path folder;
  private final People people;
  private final List<Planted> planted = new ArrayList<>();
  private final Set<String> whole = new HashSet<>();
  private final Set<String> damaged = new HashSet<>();
  private final List<Path> irrelevant = new ArrayList<>();
  private int used;

  /**
   * A file with people in it.
   *
   * @param path where it lies
   * @param layout its layout
   * @param bytes bytes of its text, where it is packed in nothing
   */
  record Planted(Path path, MessLayout layout, long bytes) {

    /** Says nothing of the path. */
    @Override
    public String toString() {
      return "Planted[%s, %d bytes]".formatted(layout, bytes);
    }
  }

  /**
   * A mess that is not yet written.
   *
   * @param folder where it is to lie
   * @param people whom it may hold, with the column {@code true_entity}
   */
  Mess(Path folder, People people) {
    this.folder = folder;
    this.people = people;
  }

  void write() throws IOException {
    List<MessLayout> layouts = MessLayout.all();
    for (int layout = 0; layout < layouts.size(); layout++) {
      for (int file = 0; file < FILES_PER_LAYOUT; file++) {
        plant(layouts.get(layout), layout, file);
      }
    }
    writeArchives();
    writeBroken();
    for (Map.Entry<String, byte[]> file : IrrelevantFiles.all().entrySet()) {
      irrelevant.add(Files.write(folder.resolve(file.getKey()), file.getValue()));
    }
  }

  /** The files with people that are whole. */
  List<Planted> planted() {
    return List.copyOf(planted);
  }

  /** Persons in files that are whole. */
  Set<String> personsInWholeFiles() {
    return Set.copyOf(whole);
  }

  /** Persons in any file. */
  Set<String> persons() {
    Set<String> all = new HashSet<>(whole);
    all.addAll(damaged);
    return all;
  }

  /** Files without people. */
  List<Path> irrelevant() {
    return List.copyOf(irrelevant);
  }

  /** The people whose records are in use. */
  People people() {
    return people.between(0, used);
  }

  private void plant(MessLayout layout, int number, int file) throws IOException {
    Packer packer = packer(layout, number, file);
    TextEncoding encoding =
        layout.writer().isText()
            ? ENCODINGS.get((number + file) % ENCODINGS.size())
            : TextEncoding.UTF_8;
    List<byte[]> files = new ArrayList<>();
    for (int part = 0; part < packer.parts(); part++) {
      files.add(layout.writer().write(take(whole).headed(layout.headings()), encoding));
    }
    byte[] packed = packer.pack(files);
    Path path = place(number, file);
    Files.createDirectories(path.getParent());
    Files.write(path, packed);
    planted.add(new Planted(path, layout, packer == Packer.PLAIN ? packed.length : 0));
  }

  /** Half of the files of a layout are plain; Parquet is read plain alone. */
  private static Packer packer(MessLayout layout, int number, int file) {
    boolean plain = file % 2 == 0 || layout.writer() == RecordWriters.PARQUET;
    return plain ? Packer.PLAIN : Packer.values()[(number + file) % Packer.values().length];
  }

  private Path place(int layout, int file) {
    int number = layout * FILES_PER_LAYOUT + file;
    String odd = ODD_NAMES.get(number % ODD_NAMES.size());
    Path parent =
        switch (number % 4) {
          case 0 -> folder;
          case 1 -> folder.resolve("phone=" + PATH_CANARY);
          case 2 -> folder.resolve("a/b/c " + layout % 5);
          default -> folder.resolve("_old/.x/" + odd);
        };
    return parent.resolve(number % 3 == 0 ? odd + number : "part-" + number);
  }

  /** The next records, without the column that tells whose they are. */
  private People take(Set<String> persons) {
    People taken = people.between(used, used + ROWS_PER_FILE);
    used += ROWS_PER_FILE;
    persons.addAll(taken.column("true_entity"));
    return taken;
  }

  private byte[] text(MessLayout layout, Set<String> persons) throws IOException {
    return layout.writer().write(take(persons).headed(layout.headings()), TextEncoding.UTF_8);
  }

  /** Archives that hold parts of several layouts, and parts of no interest. */
  private void writeArchives() throws IOException {
    List<MessLayout> layouts = MessLayout.all();
    Map<String, byte[]> mixed = new LinkedHashMap<>();
    mixed.put("data/users 1.csv", text(layouts.get(0), whole));
    mixed.put("data/users 2.csv", text(layouts.get(0), whole));
    mixed.put("data/users.json", text(layouts.get(8), whole));
    mixed.put("img/photo.png", IrrelevantFiles.all().get("picture.png"));
    mixed.put("README.md", IrrelevantFiles.all().get("README.md"));
    mixed.put("data/empty.csv", new byte[0]);
    Files.write(folder.resolve("mixed.zip"), zip(mixed));

    Map<String, byte[]> unsafe = new LinkedHashMap<>();
    unsafe.put("../../etc/users.csv", text(layouts.get(0), damaged));
    unsafe.put("users.csv", text(layouts.get(0), whole));
    Files.write(folder.resolve("unsafe.zip"), zip(unsafe));
    Files.write(folder.resolve("linked.tar"), linkedTar(text(layouts.get(2), whole)));
  }

  private void writeBroken() throws IOException {
    List<MessLayout> layouts = MessLayout.all();
    byte[] gzip = gzip(text(layouts.get(1), damaged));
    Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(gzip, gzip.length * 2 / 3));
    byte[] array = text(layouts.get(13), damaged);
    Files.write(folder.resolve("cut.json"), Arrays.copyOf(array, array.length * 2 / 3));
    byte[] dump = text(layouts.get(16), damaged);
    Files.write(folder.resolve("cut.sql"), Arrays.copyOf(dump, dump.length - 100));
    byte[] bad = text(layouts.get(0), damaged);
    bad[bad.length / 2] = (byte) 0xFF;
    bad[bad.length / 2 + 1] = (byte) 0xFE;
    Files.write(folder.resolve("bad bytes.csv"), bad);
    byte[] workbook = text(layouts.get(20), damaged);
    Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(workbook, workbook.length * 2 / 3));
    byte[] parquet = text(layouts.get(22), damaged);
    Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(parquet, parquet.length * 2 / 3));
    Files.write(
        folder.resolve("encrypted.zip"),
        encrypted(zip(Map.of("users.csv", text(layouts.get(0), damaged)))));
    Files.write(folder.resolve("bomb.zip"), bomb());
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] linkedTar(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      TarArchiveEntry link = new TarArchiveEntry("users", TarConstants.LF_SYMLINK);
      link.setLinkName("/etc/passwd");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
      TarArchiveEntry entry = new TarArchiveEntry("kunden.csv");
      entry.setSize(content.length);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    }
    return out.toByteArray();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }

  /** A zip whose headers say that its only part is encrypted. */
  private static byte[] encrypted(byte[] zip) {
    String bytes = new String(zip, StandardCharsets.ISO_8859_1);
    zip[bytes.indexOf("PK\3\4") + 6] |= 1;
    zip[bytes.indexOf("PK\1\2") + 8] |= 1;
    return zip;
  }

  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] block = new byte[1 << 20];
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("users.csv"));
      for (long written = 0; written < BOMB_BYTES; written += block.length) {
        zip.write(block);
      }
      zip.closeEntry();
    }
    return out.toByteArray();
  }
}
