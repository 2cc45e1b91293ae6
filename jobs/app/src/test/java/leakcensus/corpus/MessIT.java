package leakcensus.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import leakcensus.Tool;
import leakcensus.config.ConfigReader;
import leakcensus.config.LoadedConfig;
import leakcensus.person.PersonField;
import leakcensus.source.Source;
import leakcensus.testing.LocalSpark;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** From a folder that nobody has sorted to a number of persons, with two commands. */
@Tag("long")
@ExtendWith(LocalSpark.class)
class MessIT {

  private static final int PERSONS = 9_000;
  private static final Pattern ID_OR_PHONE =
      Pattern.compile("(?<![0-9A-Za-z])([0-9]{17}[0-9Xx]|1[0-9]{10})(?![0-9A-Za-z])");

  @TempDir private static Path home;

  private static Mess mess;
  private static Tool.Outcome inspected;
  private static Tool.Outcome counted;
  private static List<Source> sources;
  private static String aloud;
  private static Path run;

  private final SparkSession spark;

  MessIT(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeAll
  static void inspectAndCount(SparkSession spark) throws IOException {
    List<String> columns =
        List.of("name", "id_no", "mobile", "sex", "birth_date", "address", "true_entity");
    People people =
        Corpus.synthesise(
            spark,
            home.resolve("made"),
            PERSONS,
            columns,
            "synthesise.shared-phone-ratio=0",
            "synthesise.sources.persons.records.law=one",
            "synthesise.noise.exact-duplicate-ratio=0",
            "synthesise.noise.near-duplicate-ratio=0",
            "synthesise.noise.name-typo-ratio=0",
            "synthesise.noise.invalid-id-ratio=0",
            "synthesise.noise.junk-phone-ratio=0",
            // Few small counts: to withhold those of two dozen sources takes very long.
            "synthesise.sources.persons.missing.full-name=0",
            "synthesise.sources.persons.missing.national-id=0",
            "synthesise.sources.persons.missing.phone=0",
            "synthesise.sources.persons.missing.sex=0",
            "synthesise.sources.persons.missing.birth-date=0",
            "synthesise.sources.persons.missing.address=0");
    mess = new Mess(Files.createDirectories(home.resolve("leak")), people);
    mess.write();

    PrintStream standardError = System.err;
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    System.setErr(new PrintStream(heard, true, StandardCharsets.UTF_8));
    try {
      inspected = Tool.run("inspect", home.resolve("leak").toString());
      Path configuration = Files.writeString(home.resolve("leak.conf"), inspected.output());
      counted =
          Tool.run(
              "census",
              "--config",
              configuration.toString(),
              "--set",
              "output.path=" + home.resolve("out"),
              "--set",
              "resolve.method=identifiers");
      sources =
          ConfigReader.read(LoadedConfig.load(Optional.of(configuration), List.of())).sources();
    } finally {
      System.setErr(standardError);
      aloud = heard.toString(StandardCharsets.UTF_8);
    }
    assertThat(inspected.code()).as(inspected.errors()).isZero();
    assertThat(counted.code()).as(counted.errors()).isZero();
    try (Stream<Path> runs = Files.list(home.resolve("out/runs"))) {
      run = runs.findFirst().orElseThrow();
    }
  }

  @Test
  void isAMess() throws IOException {
    try (Stream<Path> files = Files.walk(home.resolve("leak"))) {
      assertThat(files.filter(Files::isRegularFile)).hasSizeGreaterThanOrEqualTo(300);
    }
    assertThat(MessLayout.all()).hasSizeGreaterThanOrEqualTo(20);
  }

  @Test
  void mapsTheColumnsOfEveryFileWithPeople() {
    List<String> wrong = new ArrayList<>();
    for (Mess.Planted file : mess.planted()) {
      List<Source> named = sourcesOf(file.path());
      if (named.size() != 1) {
        wrong.add("%s: in %d sources".formatted(file, named.size()));
        continue;
      }
      file.layout()
          .columnsByField()
          .forEach(
              (field, column) -> {
                List<String> mapped = columns(named.get(0), field);
                if (!mapped.equals(List.of(column))) {
                  wrong.add(
                      "%s in %s: %s is %s".formatted(file, named.get(0).name(), field, mapped));
                }
              });
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void makesOneSourceOfEachLayout() {
    Map<MessLayout, Set<String>> sourcesByLayout = new LinkedHashMap<>();
    for (Mess.Planted file : mess.planted()) {
      Set<String> names = sourcesByLayout.computeIfAbsent(file.layout(), none -> new HashSet<>());
      sourcesOf(file.path()).forEach(source -> names.add(source.name()));
    }

    assertThat(sourcesByLayout.values()).allSatisfy(names -> assertThat(names).hasSize(1));
    assertThat(sources).hasSameSizeAs(MessLayout.all());
  }

  @Test
  void namesEveryFileOfNoInterestWithItsReason() {
    List<String> active = new ArrayList<>();
    for (Path file : mess.irrelevant()) {
      sourcesOf(file).forEach(source -> active.add(file.getFileName() + " in " + source.name()));
    }
    assertThat(active).isEmpty();
    Map<String, String> reasons = reasonsByName();
    assertThat(reasons)
        .contains(
            entry("README.md", "text, but no table of any known layout"),
            entry("notes.txt", "text, but no table of any known layout"),
            entry("index.html", "text, but no table of any known layout"),
            entry("export.sh", "text, but no table of any known layout"),
            entry("parse.py", "text, but no table of any known layout"),
            entry("config.ini", "text, but no table of any known layout"),
            entry("picture.png", "a picture"),
            entry("photo.jpg", "a picture"),
            entry("letter.pdf", "a PDF"),
            entry("tool.exe", "a program"),
            entry("tool", "a program"),
            entry("old.xls", "an office file of the old kind (.xls, .doc)"),
            entry("app.db", "a database of SQLite"),
            entry("dump.rar", "packed in a way that is not read"),
            entry("random.bin", "neither text nor any known format"),
            entry("schema.sql", "empty"),
            entry("nothing.csv", "empty"),
            entry("blank.txt", "empty"),
            entry("encrypted.zip", "encrypted"),
            entry("cut.parquet", "not readable"),
            entry("cut.xlsx", "damaged or cut off"),
            entry("cut.csv.gz", "damaged or cut off"));
  }

  @Test
  void namesEveryFile() throws IOException {
    String configuration = inspected.output();
    List<String> unnamed = new ArrayList<>();
    try (Stream<Path> files = Files.walk(home.resolve("leak"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!configuration.contains(inHocon(file))) {
          unnamed.add(home.relativize(file).toString());
        }
      }
    }
    assertThat(unnamed).isEmpty();
  }

  @Test
  void countsThePersonsThatArePlanted() {
    long persons =
        rows("frequency").stream()
            .filter(row -> row.getAs("source").equals("*") && row.getAs("level").equals("person"))
            .mapToLong(row -> row.<Long>getAs("persons"))
            .sum();

    assertThat(persons)
        .isBetween((long) mess.personsInWholeFiles().size(), (long) mess.persons().size());
  }

  @Test
  void accountsForEveryByte() {
    Map<Long, Long> plainBytes = new LinkedHashMap<>();
    for (Row file : rows("intake")) {
      long read = file.<Long>getAs("records_read");
      assertThat(read)
          .isEqualTo(file.<Long>getAs("records_kept") + file.<Long>getAs("records_quarantined"));
      boolean text = !Set.of("xlsx", "parquet").contains(file.<String>getAs("format"));
      if (text && file.getAs("compression").equals("none")) {
        long accounted =
            file.<Long>getAs("record_bytes")
                + file.<Long>getAs("separator_bytes")
                + file.<Long>getAs("header_bytes");
        assertThat(accounted).isEqualTo(file.<Long>getAs("bytes"));
        plainBytes.merge(accounted, 1L, Math::addExact);
      }
    }
    for (Mess.Planted file : mess.planted()) {
      if (file.bytes() > 0 && file.layout().writer().isText()) {
        assertThat(plainBytes).as("%s", file).containsKey(file.bytes());
      }
    }
  }

  @Test
  void tellsNoValue() throws IOException {
    People people = mess.people();
    List<String> longTexts =
        people.column("address").stream().filter(text -> text.length() > 8).limit(100).toList();

    Map<String, String> said = said();
    for (Map.Entry<String, String> place : said.entrySet()) {
      assertThat(valuesIn(place.getValue())).as("ids and phones in %s", place.getKey()).isZero();
      assertThat(longTexts.stream().filter(place.getValue()::contains).count())
          .as("addresses in %s", place.getKey())
          .isZero();
    }
    said.remove("configuration");
    said.forEach(
        (place, text) ->
            assertThat(text.contains(Mess.PATH_CANARY)).as("paths in %s", place).isFalse());
    assertThat(inspected.output()).contains(Mess.PATH_CANARY);
  }

  @Test
  void seesValuesWhereTheyAre() throws IOException {
    Path lines =
        mess.planted().stream()
            .filter(file -> file.bytes() > 0 && file.layout().name().equals("json lines English"))
            .findFirst()
            .orElseThrow()
            .path();

    assertThat(valuesIn(Files.readString(lines, StandardCharsets.ISO_8859_1))).isGreaterThan(20);
  }

  /** How many ids and phones of the people stand in a text. */
  private static long valuesIn(String text) {
    Set<String> values = new HashSet<>(mess.people().column("id_no"));
    values.addAll(mess.people().column("mobile"));
    return ID_OR_PHONE
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(values::contains)
        .count();
  }

  /** All that the two commands leave and say. */
  private Map<String, String> said() throws IOException {
    Map<String, String> said = new LinkedHashMap<>();
    said.put("configuration", inspected.output());
    said.put("inventory", inspected.errors());
    said.put("census output", counted.output());
    said.put("census errors", counted.errors());
    said.put("standard error", aloud);
    try (Stream<Path> files = Files.walk(run)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".parquet")) {
          said.put(name, spark.read().parquet(file.toString()).toJSON().collectAsList().toString());
        } else {
          said.put(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        }
      }
    }
    return said;
  }

  private List<Row> rows(String table) {
    return spark.read().parquet(run.resolve(table + ".parquet").toString()).collectAsList();
  }

  private static List<Source> sourcesOf(Path file) {
    return sources.stream()
        .filter(
            source ->
                source.files().stream()
                    .map(MessIT::local)
                    .anyMatch(name -> name.equals(file.toString()) || name.startsWith(file + "!/")))
        .toList();
  }

  private static String local(String entry) {
    return entry.startsWith("file:") ? entry.substring("file:".length()) : entry;
  }

  private static List<String> columns(Source source, PersonField field) {
    return source.slots().get(0).columns().getOrDefault(field, List.of()).stream()
        .flatMap(joined -> joined.names().stream())
        .toList();
  }

  /** Why files in the folder itself are left out, by their names. */
  private static Map<String, String> reasonsByName() {
    return inspected
        .output()
        .lines()
        .map(line -> Pattern.compile("#   \\d+  (.*)  \"(.*)\"").matcher(line))
        .filter(match -> match.matches())
        .collect(
            Collectors.toMap(
                match -> match.group(2).replaceFirst("!/.*", "").replaceFirst(".*/", ""),
                match -> match.group(1),
                (first, second) -> first));
  }

  private static String inHocon(Path file) {
    return file.toString().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\u000a");
  }
}
