package leakcensus.container;

import java.util.Arrays;

/**
 * Judges names of entries. Nothing is ever written under them; but an honest archive has no such
 * names.
 */
final class EntryName {

  private EntryName() {}

  /** Whether a name is absolute, has a drive letter or leads upwards. */
  static boolean isUnsafe(String name) {
    String slashed = name.replace('\\', '/');
    return slashed.startsWith("/")
        || slashed.indexOf('\0') >= 0
        || hasDriveLetter(slashed)
        || Arrays.asList(slashed.split("/")).contains("..");
  }

  /** The name without what says nothing: {@code ./} in front. */
  static String plain(String name) {
    String plain = name;
    while (plain.startsWith("./")) {
      plain = plain.substring(2);
    }
    return plain;
  }

  private static boolean hasDriveLetter(String name) {
    return name.length() > 1
        && name.charAt(1) == ':'
        && (name.charAt(0) | 0x20) >= 'a'
        && (name.charAt(0) | 0x20) <= 'z';
  }
}
