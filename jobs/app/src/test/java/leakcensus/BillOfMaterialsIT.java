package leakcensus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** The bill of materials lists what the jar holds, found by its classes, and nothing else. */
class BillOfMaterialsIT {

  private static final Path TARGET = Path.of("target");
  private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[\\w.]*)\\.jar");

  /** First versions without a vulnerability that older ones are known for. */
  private static final Map<String, String> SAFE_FROM =
      Map.of(
          "commons-compress",
          "1.26.0",
          "commons-validator",
          "1.7",
          "xz",
          "1.10",
          "pebble",
          "4.1.0");

  /** What it lists besides are libraries that others ask for and Spark brings. */
  @Test
  void listsEveryLibraryOfTheJarAndNoneThatIsNotThereAtRunTime() throws IOException {
    Map<String, String> listed = listed();
    Map<String, String> shaded = shaded();

    assertThat(shaded).isNotEmpty();
    assertThat(listed).containsAllEntriesOf(shaded);
    listed.keySet().removeAll(shaded.keySet());
    assertThat(listed)
        .allSatisfy(
            (name, version) ->
                assertThat(TARGET.resolve("spark-home/jars/%s-%s.jar".formatted(name, version)))
                    .exists());
  }

  @Test
  void listsTheSameAsXml() throws IOException {
    Map<String, String> listed = new TreeMap<>();
    Element bom =
        Jsoup.parse(
            Files.readString(TARGET.resolve("leak-census.cdx.xml")), "", Parser.xmlParser());
    for (Element component : bom.select("bom > components > component")) {
      if (!component.select("> group").text().equals("leakcensus")) {
        listed.put(component.select("> name").text(), component.select("> version").text());
      }
    }

    assertThat(listed).isEqualTo(listed());
  }

  @Test
  void saysNothingThatDiffersFromBuildToBuild() throws IOException {
    JsonNode bom = bom();

    assertThat(bom.has("serialNumber")).isFalse();
    assertThat(bom.path("metadata").has("timestamp")).isFalse();
    assertThat(bom.path("bomFormat").asText()).isEqualTo("CycloneDX");
    assertThat(bom.path("metadata").path("component").path("name").asText())
        .isEqualTo("leak-census-app");
    for (JsonNode component : bom.path("components")) {
      assertThat(component.path("purl").asText()).startsWith("pkg:maven/");
      assertThat(component.path("licenses")).as(component.path("name").asText()).isNotEmpty();
    }
  }

  @Test
  void holdsNoVersionThatIsKnownToBeVulnerable() throws IOException {
    Map<String, String> listed = listed();

    assertThat(listed).containsKeys(SAFE_FROM.keySet().toArray(new String[0]));
    SAFE_FROM.forEach(
        (library, safe) ->
            assertThat(Version.parse(listed.get(library)))
                .as(library)
                .isGreaterThanOrEqualTo(Version.parse(safe)));
  }

  /** Of what Spark brings, the one library whose version is ours to choose. */
  @Test
  void runsWithTheMendedSnappy() throws IOException {
    try (Stream<Path> jars = Files.list(TARGET.resolve("spark-home/jars"))) {
      assertThat(jars.map(jar -> jar.getFileName().toString()))
          .filteredOn(name -> name.startsWith("snappy-java"))
          .singleElement()
          .satisfies(
              name ->
                  assertThat(Version.parse(name.replaceAll("snappy-java-|\\.jar", "")))
                      .isGreaterThan(Version.parse("1.1.10.8")));
    }
  }

  /** Names and versions of the libraries in the bill. */
  private static Map<String, String> listed() throws IOException {
    Map<String, String> listed = new TreeMap<>();
    for (JsonNode component : bom().path("components")) {
      if (!component.path("group").asText().equals("leakcensus")) {
        listed.put(component.path("name").asText(), component.path("version").asText());
      }
    }
    return listed;
  }

  /** Those of the class path of which a class lies in the jar, under the name it has there. */
  private static Map<String, String> shaded() throws IOException {
    Set<String> inJar = new TreeSet<>();
    try (JarFile jar = new JarFile(TARGET.resolve("leak-census.jar").toFile())) {
      jar.stream().map(entry -> entry.getName()).forEach(inJar::add);
    }
    Map<String, String> relocations = relocations();
    Map<String, String> shaded = new TreeMap<>();
    for (String file : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Matcher name = JAR.matcher(Path.of(file).getFileName().toString());
      if (name.matches()
          && !name.group(1).startsWith("leak-census")
          && Files.isRegularFile(Path.of(file))) {
        try (JarFile jar = new JarFile(file)) {
          if (jar.stream()
              .map(entry -> entry.getName())
              .filter(entry -> entry.endsWith(".class") && !entry.startsWith("META-INF"))
              .filter(entry -> !entry.endsWith("module-info.class"))
              .anyMatch(entry -> inJar.contains(relocated(entry, relocations)))) {
            shaded.put(name.group(1), name.group(2));
          }
        }
      }
    }
    return shaded;
  }

  private static String relocated(String entry, Map<String, String> relocations) {
    return relocations.entrySet().stream()
        .filter(relocation -> entry.startsWith(relocation.getKey()))
        .map(relocation -> relocation.getValue() + entry.substring(relocation.getKey().length()))
        .findFirst()
        .orElse(entry);
  }

  private static Map<String, String> relocations() throws IOException {
    Element pom = Jsoup.parse(Files.readString(Path.of("pom.xml")), "", Parser.xmlParser());
    return pom.select("relocation").stream()
        .collect(
            Collectors.toMap(
                relocation -> relocation.select("pattern").text().replace('.', '/') + "/",
                relocation -> relocation.select("shadedPattern").text().replace('.', '/') + "/",
                (first, second) -> first,
                LinkedHashMap::new));
  }

  private static JsonNode bom() throws IOException {
    return new ObjectMapper().readTree(TARGET.resolve("leak-census.cdx.json").toFile());
  }
}
