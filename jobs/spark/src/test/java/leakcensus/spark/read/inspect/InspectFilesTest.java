package leakcensus.spark.read.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import leakcensus.config.InputException;
import leakcensus.inspect.FileLook;
import leakcensus.inspect.Inventory;
import leakcensus.inspect.LayoutGroup;
import leakcensus.inspect.LeftOut;
import leakcensus.inspect.PartLeftOut;
import leakcensus.inspect.ProposedSource;
import leakcensus.inspect.TableLook;
import leakcensus.source.RecordFault;
import leakcensus.source.RecordFormat;
import leakcensus.source.SqlOptions;
import leakcensus.spark.read.LaidOut;
import leakcensus.spark.read.Packing;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InspectFilesTest {

  private static final long ENOUGH = 1 << 24;
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2, 3};

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("combinations")
  void tellsTheFormatAndTheColumns(LaidOut laidOut, String charset, Packing packing)
      throws IOException {
    write("people", packing.pack(laidOut.write(Charset.forName(charset))));

    FileLook file = inspect(ENOUGH, 1).get(0);

    assertThat(file.leftOut()).isEmpty();
    TableLook table = file.tables().get(0);
    assertThat(table.layout().format()).isEqualTo(expected(laidOut));
    assertThat(table.layout().columns()).isEqualTo(columns(laidOut));
    assertThat(table.seen().records()).isEqualTo(LaidOut.PEOPLE);
    assertThat(table.seen().brokenRecords()).isZero();
    assertThat(table.seen().isAll()).isTrue();
    assertThat(table.charset().map(found -> found.charset().toString()))
        .isEqualTo(laidOut.isText() ? java.util.Optional.of(charset) : java.util.Optional.empty());
  }

  static Stream<Arguments> combinations() {
    List<Arguments> all = new ArrayList<>();
    for (LaidOut laidOut : LaidOut.values()) {
      if (laidOut != LaidOut.FIXED) {
        for (Packing packing : Packing.values()) {
          all.add(Arguments.of(laidOut, "UTF-8", packing));
        }
        if (laidOut.format().isSplittable()) {
          all.add(Arguments.of(laidOut, "UTF-16LE", Packing.PLAIN));
        }
      }
    }
    return all.stream();
  }

  private static RecordFormat expected(LaidOut laidOut) {
    return switch (laidOut) {
      case TSV -> new RecordFormat.Delimited('\t', '"', List.of("column1", "column2"));
      case SQL -> sql("people");
      case COPY -> sql("public.people");
      default -> laidOut.format();
    };
  }

  private static RecordFormat sql(String table) {
    return new RecordFormat.Sql(
        new SqlOptions(table, SqlOptions.Backslashes.AS_THE_DUMP_SAYS, List.of()));
  }

  private static List<String> columns(LaidOut laidOut) {
    return laidOut == LaidOut.TSV ? List.of("column1", "column2") : List.of("name", "tel");
  }

  @Test
  void saysWhyItLeavesFilesOut() throws IOException {
    write("a.csv", new byte[0]);
    write("b.txt", "\n \n".getBytes(StandardCharsets.UTF_8));
    write("c.csv", PNG);
    write("d.log", "started\nit is fine\nstopped\n".repeat(20).getBytes(StandardCharsets.UTF_8));
    write("e.parquet", "PAR1 and no more".getBytes(StandardCharsets.UTF_8));
    byte[] noise = new byte[4_000];
    new java.util.Random(7).nextBytes(noise);
    write("f.csv", noise);
    write(
        "g.sh",
        "#!/bin/sh\nset -e\nfor i in 1 2; do\n  echo $i\ndone\n".getBytes(StandardCharsets.UTF_8));
    write("h.fixed", LaidOut.FIXED.write(StandardCharsets.UTF_8));
    write(
        "i.json",
        "[{\"name\":\"x\",\"tel\":\"1\"},{\"name\":\"y\",\"tel\":\"2\"}]"
            .getBytes(StandardCharsets.UTF_16LE));

    write(
        "j.parquet",
        "PARE, as encrypted ones begin and end: PARE".getBytes(StandardCharsets.UTF_8));

    assertThat(inspect(ENOUGH, 2))
        .extracting(file -> file.leftOut().stream().map(PartLeftOut::reason).toList())
        .containsExactly(
            List.of(LeftOut.EMPTY),
            List.of(LeftOut.EMPTY),
            List.of(LeftOut.PICTURE),
            List.of(LeftOut.NO_TABLE),
            List.of(LeftOut.UNREADABLE),
            List.of(LeftOut.NO_TEXT),
            List.of(LeftOut.NO_TABLE),
            List.of(LeftOut.NO_TABLE),
            List.of(LeftOut.WIDE_CHARSET),
            List.of(LeftOut.UNREADABLE));
  }

  @Test
  void looksIntoAllPartsOfAPackedFile() throws IOException {
    byte[] people = LaidOut.CSV.write(StandardCharsets.UTF_8);
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("a/people.csv", people);
    parts.put("b/more.json", LaidOut.JSON_LINES.write(StandardCharsets.UTF_8));
    parts.put("c.png", PNG);
    parts.put("../d.csv", people);
    parts.put("e.zip", Packing.zip(Map.of("inner.csv", people)));
    write("all.zip", Packing.zip(parts));

    FileLook file = inspect(ENOUGH, 1).get(0);

    assertThat(file.packing()).isEqualTo("zip");
    assertThat(file.tables())
        .extracting(TableLook::part, table -> table.layout().format().key())
        .containsExactly(
            tuple("a/people.csv", "csv"),
            tuple("b/more.json", "json-lines"),
            tuple("e.zip!/inner.csv", "csv"));
    assertThat(file.leftOut())
        .extracting(PartLeftOut::reason)
        .containsExactlyInAnyOrder(LeftOut.PICTURE, LeftOut.UNSAFE);
    Inventory.Builder inventory = new Inventory.Builder();
    inventory.add(file);
    assertThat(inventory.build().sources())
        .extracting(ProposedSource::name)
        .containsExactly("csv-1", "json-lines-1");
  }

  @Test
  void looksIntoTheOtherPartsWhereOneIsBroken() throws IOException {
    byte[] people = LaidOut.CSV.write(StandardCharsets.UTF_8);
    byte[] broken = "PAR1 and no more".getBytes(StandardCharsets.UTF_8);
    write("all.zip", Packing.zip(Map.of("a.parquet", broken, "b.csv", people)));

    FileLook file = inspect(ENOUGH, 1).get(0);

    assertThat(file.tables()).extracting(TableLook::part).containsExactly("b.csv");
    assertThat(file.leftOut()).containsExactly(new PartLeftOut("a.parquet", LeftOut.UNREADABLE, 1));
  }

  @Test
  void saysThatADumpMayHaveMoreTablesThanItHasSeen() throws IOException {
    String rows = "INSERT INTO `users` VALUES (1,'Ann');\n".repeat(200);
    write(
        "dump.sql",
        ("CREATE TABLE `users` (`id` int, `name` text);\n"
                + rows
                + "CREATE TABLE `more` (`x` int);\n")
            .getBytes(StandardCharsets.UTF_8));

    FileLook file = inspect(2_000, 1).get(0);

    assertThat(file.leftOut()).extracting(PartLeftOut::reason).containsExactly(LeftOut.MORE_TABLES);
    assertThat(file.tables().get(0).seen().isAll()).isFalse();
  }

  @Test
  void tellsTheTablesOfADump() throws IOException {
    write(
        "dump.sql",
        """
        CREATE TABLE `users` (`id` int, `name` text);
        INSERT INTO `users` VALUES (1,'Ann'),(2,'it''s, Bo'),(3,'Cy');
        CREATE TABLE `empty` (`x` int);
        INSERT INTO `orders` (`id`,`amount`) VALUES (1,9.5);
        INSERT INTO `nameless` VALUES (1,2);
        """
            .getBytes(StandardCharsets.UTF_8));

    FileLook file = inspect(ENOUGH, 1).get(0);

    assertThat(file.tables())
        .extracting(
            table -> table.layout().format(),
            table -> table.layout().columns(),
            table -> table.seen().records())
        .containsExactly(
            tuple(sql("users"), List.of("id", "name"), 3L),
            tuple(sql("orders"), List.of("id", "amount"), 1L));
    assertThat(file.leftOut()).extracting(PartLeftOut::reason).containsExactly(LeftOut.NO_COLUMNS);
  }

  @Test
  void estimatesTheRecordsBeyondWhatItReads() throws IOException {
    StringBuilder text = new StringBuilder("name,tel\n");
    for (int number = 0; number < 20_000; number++) {
      text.append("Ann%05d,139%08d%n".formatted(number, number));
    }
    write("people.csv", text.toString().getBytes(StandardCharsets.UTF_8));

    TableLook table = inspect(50_000, 1).get(0).tables().get(0);

    assertThat(table.seen().isAll()).isFalse();
    assertThat(table.seen().records()).isBetween(1_500L, 2_500L);
    assertThat(table.seen().brokenRecords()).isZero();
    // As much of the file may be read ahead as a buffer holds.
    assertThat(table.seen().estimated()).isCloseTo(20_000, within(20_000.0));
  }

  @Test
  void tellsWhatIsBroken() throws IOException {
    byte[] people = LaidOut.CSV.write(StandardCharsets.UTF_8);
    byte[] gzip = Packing.GZIP.pack(people);
    write("cut.csv.gz", Arrays.copyOf(gzip, gzip.length * 2 / 3));
    write(
        "lines.json",
        "{\"name\":\"x\"}\n{\"name\":\n{\"name\":\"y\"}\n".getBytes(StandardCharsets.UTF_8));

    List<FileLook> files = inspect(ENOUGH, 1);

    assertThat(files.get(0).leftOut())
        .extracting(PartLeftOut::reason)
        .containsExactly(LeftOut.BROKEN);
    assertThat(files.get(0).tables().get(0).seen().records()).isBetween(10L, 149L);
    assertThat(files.get(1).tables().get(0).seen().broken())
        .containsExactly(Map.entry(RecordFault.BAD_SYNTAX, 1L));
  }

  @Test
  void tellsTheSameWithAnyNumberOfThreads() throws IOException {
    for (LaidOut laidOut : LaidOut.values()) {
      for (int copy = 0; copy < 5; copy++) {
        write(laidOut.name() + copy, laidOut.write(StandardCharsets.UTF_8));
      }
    }

    assertThat(told(inspect(ENOUGH, 4)))
        .isEqualTo(told(inspect(ENOUGH, 1)))
        .hasSize(5 * LaidOut.values().length);
    Inventory.Builder inventory = new Inventory.Builder();
    inspect(ENOUGH, 3).forEach(inventory::add);
    assertThat(inventory.build().sources())
        .extracting(ProposedSource::group)
        .extracting(LayoutGroup::records)
        .allMatch(records -> records == 5L * LaidOut.PEOPLE);
  }

  private static List<String> told(List<FileLook> files) {
    return files.stream()
        .map(file -> file.name() + file.tables() + file.leftOut() + file.number())
        .toList();
  }

  @Test
  void namesNoPathThatIsNotThere() {
    List<String> paths = List.of(folder + "/ada-13800138000");

    assertThatThrownBy(
            () -> new InspectFiles(new Configuration(), ENOUGH, 1).inspect(paths, file -> {}))
        .isInstanceOf(InputException.class)
        .hasMessage("Cannot find any file for path 1. Check its spelling.");
  }

  private void write(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
  }

  private List<FileLook> inspect(long mostBytes, int threads) {
    List<FileLook> files = new ArrayList<>();
    new InspectFiles(new Configuration(), mostBytes, threads)
        .inspect(List.of(folder.toString()), files::add);
    return files;
  }
}
