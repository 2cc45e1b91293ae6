package leakcensus.estimate.claim;

/**
 * A claim of persons about a dump, read as "at least".
 *
 * @param name name of the claim, as the configuration gives it
 * @param persons number of persons who are said to stand behind the dump, in persons
 */
public record Claim(String name, double persons) {

  public Claim {
    if (name.isBlank()) {
      throw new IllegalArgumentException("Missing name of a claim");
    }
    if (!(persons >= 1 && persons < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Invalid claim %s: %s persons (must be finite and >= 1)".formatted(name, persons));
    }
  }
}
