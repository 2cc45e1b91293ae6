package leakcensus.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import leakcensus.config.InputException;
import leakcensus.estimate.claim.Claim;

/**
 * A claim that a file of counts carries: {@code "claims": {"seller": 1000000000}}, or with a cap
 * {@code "claims": {"seller": {"persons": 1000000000, "max_cv2": 0}}}.
 *
 * @param claim the claim
 * @param maxCv2 cap on the unevenness of records over persons, where the file states one
 */
record CountedClaim(Claim claim, OptionalDouble maxCv2) {

  /**
   * The claims of a file, in its order; none of a file that is no JSON.
   *
   * @throws InputException if one is no claim
   */
  static List<CountedClaim> read(Path file) {
    try {
      String text = Files.readString(file).strip();
      List<CountedClaim> claims = new ArrayList<>();
      if (text.startsWith("{")) {
        JsonNode root = new ObjectMapper().readTree(text);
        JsonNode stated = root.has("claims") ? root.path("claims") : root.at("/input/claims");
        stated.properties().forEach(each -> claims.add(claim(each.getKey(), each.getValue())));
      }
      return claims;
    } catch (IOException | IllegalArgumentException fault) {
      throw new InputException(
          InputException.Kind.UNREADABLE,
          "Cannot read claims of --counts: %s. Give persons by name."
              .formatted(
                  fault instanceof IOException
                      ? fault.getClass().getSimpleName()
                      : fault.getMessage()));
    }
  }

  /** What is no number of persons is not told, nor its name: it may stand in the wrong file. */
  private static CountedClaim claim(String name, JsonNode stated) {
    JsonNode persons = stated.isObject() ? stated.path("persons") : stated;
    JsonNode cap = stated.path("max_cv2");
    double number = persons.isNumber() ? persons.asDouble() : 0;
    boolean counts = number >= 1 && number < Double.POSITIVE_INFINITY && !name.isBlank();
    if (!counts || !(cap.isMissingNode() || cap.isNumber())) {
      throw new IllegalArgumentException("Invalid claim: not a number of persons");
    }
    return new CountedClaim(
        new Claim(name, number),
        cap.isMissingNode() ? OptionalDouble.empty() : OptionalDouble.of(cap.asDouble()));
  }
}
