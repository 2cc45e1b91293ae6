package leakcensus.container;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Goes through the entries of one archive, in its order. */
interface EntryCursor extends Closeable {

  /**
   * Goes to the next entry, be it a folder.
   *
   * @throws BrokenPartException if the rest of the archive cannot be read
   * @throws IOException if the file below cannot be read
   */
  boolean next() throws IOException;

  /** Name of the entry as it stands there, for matching. */
  String name();

  /** Whether the entry is a folder, which has no bytes. */
  boolean isFolder();

  /** Why the entry is not read, if it is not. */
  Optional<EntryFault> refusal();

  /** Length of the entry as the archive says it, 0 where it does not; it may be a lie. */
  long declaredBytes();

  /** The bytes of the entry, once; they end with the next entry. */
  InputStream open() throws IOException;
}
