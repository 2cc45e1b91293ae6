package leakcensus.page;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/**
 * Writes the report as one HTML page that needs nothing else: no script, no font, no network. The
 * template escapes every text; its policy permits the one style sheet by its hash, and nothing
 * more.
 */
final class RenderHtml {

  private static final String FOLDER = "leakcensus/page";
  private static final String TEMPLATE = "report.peb";
  private static final String STYLE = "report.css";

  private RenderHtml() {}

  static String of(Page page) {
    String style = style();
    StringWriter html = new StringWriter();
    try {
      engine()
          .getTemplate(TEMPLATE)
          .evaluate(
              html,
              Map.of(
                  "page",
                  page,
                  "labels",
                  labels(new Texts(page.language())),
                  "style",
                  style,
                  "styleHash",
                  sha256(style)),
              Locale.ROOT);
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot write the page", fault);
    }
    return html.toString();
  }

  /** What the template says itself. */
  private static Map<String, String> labels(Texts texts) {
    return Map.of(
        "run", texts.say("page.run"),
        "skip", texts.say("page.skip"),
        "contents", texts.say("page.contents"),
        "numbers", texts.say("page.numbers"),
        "allSteps", texts.say("page.all-steps"),
        "footer", texts.say("page.footer"));
  }

  private static PebbleEngine engine() {
    ClasspathLoader loader = new ClasspathLoader(RenderHtml.class.getClassLoader());
    loader.setPrefix(FOLDER);
    return new PebbleEngine.Builder()
        .loader(loader)
        .autoEscaping(true)
        .strictVariables(true)
        .cacheActive(false)
        .build();
  }

  private static String style() {
    try (InputStream style =
        RenderHtml.class.getClassLoader().getResourceAsStream(FOLDER + "/" + STYLE)) {
      if (style == null) {
        throw new IllegalStateException("Missing resource %s/%s".formatted(FOLDER, STYLE));
      }
      return new String(style.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot read the style of the page", fault);
    }
  }

  private static String sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException fault) {
      throw new IllegalStateException("Cannot find SHA-256 in this Java runtime", fault);
    }
  }
}
