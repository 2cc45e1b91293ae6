package leakcensus.compare;

/** What is left of a name of several words where particles and blanks do not count. */
final class CoreName {

  private CoreName() {}

  /** The first word that is no particle; where all are, the last one. */
  static String firstWord(String name) {
    int from = 0;
    int blank = name.indexOf(' ');
    while (blank >= 0 && NameWords.isParticle(name.substring(from, blank))) {
      from = blank + 1;
      blank = name.indexOf(' ', from);
    }
    return blank < 0 ? name.substring(from) : name.substring(from, blank);
  }

  /** All words that are no particles, joined; empty where all are. */
  static String withoutParticles(String name) {
    StringBuilder core = new StringBuilder();
    for (String word : name.split(" ")) {
      core.append(NameWords.isParticle(word) ? "" : word);
    }
    return core.toString();
  }

  /** All words joined. */
  static String joined(String name) {
    return name.replace(" ", "");
  }
}
