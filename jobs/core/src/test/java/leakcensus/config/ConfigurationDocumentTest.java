package leakcensus.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import leakcensus.person.PersonField;
import org.junit.jupiter.api.Test;

/**
 * docs/configuration.md says what reference.conf and synthesis.conf say: every key, its default.
 */
class ConfigurationDocumentTest {

  private static final Path DOCUMENT = Path.of("../../docs/configuration.md");

  /** A row whose first cell is a key under its section, and whose second is its default. */
  private static final Pattern KEY_ROW =
      Pattern.compile("^\\| `([a-z-]+(?:\\.[a-z-]+)+)` \\| `([^`]*)` \\|", Pattern.MULTILINE);

  /** Sections whose keys the user chooses; the document describes them in tables of their own. */
  private static final Set<String> NAMED = Set.of("sources", "claims");

  @Test
  void namesEveryKeyOfACensusWithItsDefault() throws IOException {
    assertThat(documented()).containsAllEntriesOf(censusKeys());
  }

  @Test
  void namesEveryKeyOfASynthesisWithItsDefault() throws IOException {
    assertThat(documented()).containsAllEntriesOf(synthesisKeys());
  }

  @Test
  void namesNoKeyThatIsNot() throws IOException {
    Set<String> known = new TreeSet<>(censusKeys().keySet());
    known.addAll(synthesisKeys().keySet());

    assertThat(known).containsAll(documented().keySet());
  }

  @Test
  void namesEveryPersonField() throws IOException {
    String text = Files.readString(DOCUMENT);

    for (PersonField field : PersonField.values()) {
      assertThat(text).contains("\n| `" + field.key() + "` |");
    }
  }

  private static Map<String, String> documented() throws IOException {
    Map<String, String> rows = new TreeMap<>();
    KEY_ROW
        .matcher(Files.readString(DOCUMENT))
        .results()
        .forEach((MatchResult row) -> rows.put(row.group(1), row.group(2)));
    return rows;
  }

  private static Map<String, String> censusKeys() {
    Map<String, String> keys = new TreeMap<>();
    collect("", LoadedConfig.load(Optional.empty(), List.of()).reference().root(), keys);
    return keys;
  }

  private static Map<String, String> synthesisKeys() {
    Config synthesis = SynthesisReader.defaults().withoutPath("sources");
    Map<String, String> keys = new TreeMap<>();
    collect("synthesise.", synthesis.root(), keys);
    return keys;
  }

  private static void collect(String prefix, ConfigObject section, Map<String, String> keys) {
    for (Map.Entry<String, ConfigValue> entry : section.entrySet()) {
      String key = prefix + entry.getKey();
      if (entry.getValue() instanceof ConfigObject below && !below.isEmpty()) {
        collect(key + ".", below, keys);
      } else if (!NAMED.contains(key)) {
        keys.put(key, text(entry.getValue()));
      }
    }
  }

  private static String text(ConfigValue value) {
    return value.valueType() == ConfigValueType.STRING
        ? value.unwrapped().toString()
        : value.render(ConfigRenderOptions.concise()).replace("\"", "");
  }
}
