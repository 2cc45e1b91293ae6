package leakcensus.semantic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of {@code words.txt} by list, and names from the other packages' tables. */
final class WordLists {

  static final Set<String> GIVEN = new HashSet<>();
  static final Set<String> FAMILY = new HashSet<>();
  static final Set<String> HAN_SURNAMES = new HashSet<>();
  static final Set<String> HAN_GIVEN_CHARACTERS = new HashSet<>();
  static final Set<String> COUNTRIES = new HashSet<>();
  static final Set<String> REGIONS = new HashSet<>();

  private static final Map<String, Set<String>> LISTS = new HashMap<>();

  /** Languages in which countries are known by name. */
  private static final List<Locale> LANGUAGES =
      List.of(
              "en", "zh-Hans", "zh-Hant", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "ru",
              "ja", "ko")
          .stream()
          .map(Locale::forLanguageTag)
          .toList();

  static {
    load();
  }

  private WordLists() {}

  /** The words of a list. */
  static Set<String> of(String list) {
    Set<String> words = LISTS.get(list);
    if (words == null) {
      throw new IllegalStateException("Missing list of words: " + list);
    }
    return words;
  }

  /** The lines of a resource but comments and blank ones. */
  static List<String> lines(String resource) {
    try (InputStream bytes = WordLists.class.getResourceAsStream(resource)) {
      if (bytes == null) {
        throw new IllegalStateException("Missing resource: " + resource);
      }
      return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot read resource: " + resource, fault);
    }
  }

  private static void load() {
    for (String line : lines("words.txt")) {
      int colon = line.indexOf(':');
      Set<String> words = LISTS.computeIfAbsent(line.substring(0, colon), list -> new HashSet<>());
      for (String word : line.substring(colon + 1).split(",")) {
        words.add(word.strip());
      }
    }
    GIVEN.addAll(of("given"));
    for (String line : lines("/leakcensus/compare/given-names.txt")) {
      GIVEN.addAll(List.of(line.replace(":", "").split(" ")));
    }
    FAMILY.addAll(of("family"));
    column("/leakcensus/synthetic/surnames.csv", 0).forEach(HAN_SURNAMES::add);
    HAN_SURNAMES.addAll(of("surname-han"));
    column("/leakcensus/synthetic/given-names.csv", 1).forEach(HAN_GIVEN_CHARACTERS::add);
    REGIONS.addAll(of("region"));
    column("/leakcensus/synthetic/provinces.csv", 1).forEach(REGIONS::add);
    COUNTRIES.addAll(of("country"));
    for (String country : Locale.getISOCountries()) {
      Locale locale = new Locale.Builder().setRegion(country).build();
      COUNTRIES.add(country.toLowerCase(Locale.ROOT));
      COUNTRIES.add(locale.getISO3Country().toLowerCase(Locale.ROOT));
      for (Locale language : LANGUAGES) {
        COUNTRIES.add(FoldedText.of(locale.getDisplayCountry(language)));
      }
    }
  }

  private static List<String> column(String resource, int column) {
    return lines(resource).stream().skip(1).map(line -> line.split(",")[column]).toList();
  }
}
