package leakcensus.normalise;

/** Puts surname and given name together in the one order in which full names are compared. */
public final class FullName {

  private FullName() {}

  /**
   * The full name in the normal form of {@link TextNormaliser#name()}: surname before given name
   * and no blank where both begin in an East Asian script, else given name, blank, surname.
   *
   * @param surname the normal form of the surname; empty if absent
   * @param given the normal form of the given name; empty if absent
   * @return the full name; empty if both parts are
   */
  public static String compose(String surname, String given) {
    if (surname.isEmpty() || given.isEmpty()) {
      return surname + given;
    }
    boolean eastAsian =
        TextFolding.isEastAsian(surname.codePointAt(0))
            && TextFolding.isEastAsian(given.codePointAt(0));
    return TextFolding.NAME.fold(eastAsian ? surname + given : given + ' ' + surname);
  }
}
