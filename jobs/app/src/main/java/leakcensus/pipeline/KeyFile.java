package leakcensus.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import leakcensus.config.InputException;
import leakcensus.pseudonym.RunKeys;

/** A file with a lasting key: 64 hexadecimal digits that only its owner can read. */
public final class KeyFile {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final int LONGEST_BYTES = 1024;

  private KeyFile() {}

  /**
   * Writes a fresh key into a new file of mode 0600.
   *
   * @return the keys it stands for
   * @throws InputException if there is such a file, or it cannot be made for its owner alone
   */
  public static RunKeys create(Path file) {
    byte[] secret = RunKeys.freshSecret();
    try {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      Files.writeString(file, HexFormat.of().formatHex(secret) + "\n", StandardCharsets.US_ASCII);
      return RunKeys.lasting(secret);
    } catch (FileAlreadyExistsException fault) {
      throw new InputException(
          "Cannot make a key: there is such a file. A key that is lost cannot be made again: name"
              + " another file.");
    } catch (NoSuchFileException fault) {
      throw new InputException("Cannot make a key: no such folder. Make it, or name another file.");
    } catch (IOException | UnsupportedOperationException fault) {
      throw new InputException(
          "Cannot make a key: %s. Name a file on a disk that knows owners."
              .formatted(fault.getClass().getSimpleName()));
    }
  }

  /**
   * The keys of a file.
   *
   * @param shared whether others than its owner may be able to read it
   * @param setting path of the settings that name the file, for messages
   * @throws InputException if it is not there, holds no key, or others can read it
   */
  public static RunKeys read(Path file, boolean shared, String setting) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new InputException(
            "Cannot read the key: no such file. Check %s.file; leak-census key --new FILE makes one."
                .formatted(setting));
      }
      if (!shared) {
        requireOwnerOnly(file);
      }
      if (Files.size(file) > LONGEST_BYTES) {
        throw invalid("more than %,d bytes".formatted(LONGEST_BYTES));
      }
      return parse(Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (IOException fault) {
      throw new InputException(
          "Cannot read the key: %s. Check %s.file, and who may read it."
              .formatted(fault.getClass().getSimpleName(), setting));
    }
  }

  /**
   * A path as it stands in a setting.
   *
   * @throws InputException if it is none of this machine
   */
  static Path path(String name, String setting) {
    try {
      return Path.of(name.startsWith("file:/") ? name.replaceFirst("^file:/+", "/") : name);
    } catch (InvalidPathException fault) {
      throw new InputException(
          "Invalid %s.file: no path of this machine (must be one). Use %s.alias for a key that lies elsewhere."
              .formatted(setting, setting));
    }
  }

  /**
   * The keys of a text of 64 hexadecimal digits.
   *
   * @throws InputException if it is none; the message tells nothing of it
   */
  static RunKeys parse(String text) {
    try {
      return RunKeys.lasting(HexFormat.of().parseHex(text.strip()));
    } catch (IllegalArgumentException fault) {
      // HexFormat quotes what it cannot read.
      throw invalid(
          fault.getMessage().startsWith("Invalid key: ")
              ? fault.getMessage().substring("Invalid key: ".length())
              : "no hexadecimal digits");
    }
  }

  private static InputException invalid(String what) {
    return new InputException(
        "Invalid key: %s. It has to be 64 hexadecimal digits; leak-census key --new FILE makes one."
            .formatted(what));
  }

  private static void requireOwnerOnly(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null) {
      throw refused("its file system knows no owners");
    }
    Set<PosixFilePermission> others = EnumSet.noneOf(PosixFilePermission.class);
    others.addAll(view.readAttributes().permissions());
    others.removeIf(permission -> permission.name().startsWith("OWNER_"));
    if (!others.isEmpty()) {
      throw refused(
          "its mode is %s (must be rw------- or less)"
              .formatted(PosixFilePermissions.toString(view.readAttributes().permissions())));
    }
  }

  private static InputException refused(String why) {
    return new InputException(
        InputException.Kind.PRIVACY,
        "Cannot use the key: others than its owner may read it, %s. Run chmod 600 on it, or do without by privacy.allow-shared-key-file = true."
            .formatted(why));
  }
}
