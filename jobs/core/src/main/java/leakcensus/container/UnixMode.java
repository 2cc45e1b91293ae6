package leakcensus.container;

import java.util.Optional;

/** What the file type in a Unix mode forbids. */
final class UnixMode {

  private static final int TYPE = 0170000;
  private static final int LINK = 0120000;
  private static final int FILE = 0100000;
  private static final int FOLDER = 0040000;

  private UnixMode() {}

  /** Why a file of this mode is not read; modes without a type are those of files. */
  static Optional<EntryFault> refusal(int mode) {
    int type = mode & TYPE;
    if (type == LINK) {
      return Optional.of(EntryFault.LINK);
    }
    boolean plain = type == 0 || type == FILE || type == FOLDER;
    return plain ? Optional.empty() : Optional.of(EntryFault.DEVICE);
  }
}
