package leakcensus.link;

import java.util.Locale;

/** What the linkage does with an identifier. */
public enum LinkOutcome {
  /** One node only uses it: nothing to join. */
  SINGLE("used by one group of mentions only: nothing to join"),
  /** Its mentions agree: it joins them. */
  JOINED("mentions agree on name, birth date and national id: joined"),
  /** Its mentions disagree; those under the same name are joined. */
  JOINED_BY_NAME("mentions disagree: joined only under the same name"),
  /** Its mentions disagree and no two nodes share a name: it joins nobody. */
  REFUSED_CONFLICT("mentions disagree on name, birth date or national id: refused"),
  /** More mentions than the limit share it: it joins nobody. */
  REFUSED_SHARED("more mentions than the limit share it: refused"),
  /** Its joins would put two national ids into one person: undone. */
  REFUSED_CHAIN("would put two national ids into one person: refused");

  private final String meaning;

  LinkOutcome(String meaning) {
    this.meaning = meaning;
  }

  /** The name in tables, such as {@code joined-by-name}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it means, in a few words. */
  public String meaning() {
    return meaning;
  }
}
