package leakcensus.canary;

import java.nio.file.Path;

/**
 * A canary where it must not be.
 *
 * @param file the file
 * @param pattern the canary and the form in which it stands there
 * @param layer what was searched: the file as it is, or what it decodes to
 * @param offset where in that layer, in bytes
 */
record Finding(Path file, CanaryPattern pattern, String layer, long offset) {

  Canary canary() {
    return pattern.canary();
  }

  /** Whether it stands where it may: the name of a file in the list for the owner alone. */
  boolean isPathInPrivateList() {
    return canary().place() == Canary.Place.PATH
        && file().getParent().getFileName().toString().equals("private");
  }

  @Override
  public String toString() {
    return "%s in %s (%s, byte %d)".formatted(pattern, file, layer, offset);
  }
}
