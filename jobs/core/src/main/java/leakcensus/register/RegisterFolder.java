package leakcensus.register;

/** Names of what lies in the folder of a made-up leak. */
public final class RegisterFolder {

  /** Configuration of a census of the leak. */
  public static final String CENSUS_FILE = "census.conf";

  /** The truth; it is there when everything else is. */
  public static final String TRUTH_FILE = "truth.json";

  /** Name of the source, and of the folder of its files. */
  static final String SOURCE = "register";

  private RegisterFolder() {}

  static String part(int file) {
    return "part-%05d.csv".formatted(file);
  }
}
