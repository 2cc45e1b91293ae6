package leakcensus.container;

/** What a file has cost so far, held against its limits. */
final class Budget {

  private static final int MAX_FORGIVEN = 10;

  private final ContainerLimits limits;
  private final long fileBytes;
  private long unpackedBytes;
  private long forgivenBytes;
  private int bombs;
  private long entries;
  private long heldBytes;

  Budget(ContainerLimits limits, long fileBytes) {
    this.limits = limits;
    this.fileBytes = fileBytes;
  }

  ContainerLimits limits() {
    return limits;
  }

  long unpackedBytes() {
    return unpackedBytes;
  }

  /**
   * Counts bytes that a layer has given. The ratio is that to the whole file, which also finds
   * entries that share their packed bytes, and bombs in bombs.
   */
  void unpack(long bytes) throws BrokenPartException {
    unpackedBytes += bytes;
    if (unpackedBytes > limits.maxUnpackedBytes()) {
      throw new BrokenPartException(EntryFault.TOTAL_BYTES);
    }
    requireRatio(unpackedBytes - forgivenBytes, fileBytes);
  }

  /** Whether so many unpacked bytes of so many packed ones are too many. */
  void requireRatio(long unpacked, long packed) throws BrokenPartException {
    if (unpacked > limits.ratioFromBytes()
        && unpacked / (double) Math.max(packed, 1) > limits.maxRatio()) {
      throw new BrokenPartException(EntryFault.BOMB);
    }
  }

  /**
   * Takes a bomb that was refused out of the ratio of the file, so that it costs no other entry. A
   * file of many bombs is one itself.
   */
  void forgive(long bytes) {
    if (++bombs <= MAX_FORGIVEN) {
      forgivenBytes += bytes;
    }
  }

  /** Counts an entry; whether it is still permitted. */
  boolean takeEntry() {
    return ++entries <= limits.maxEntries();
  }

  /** Counts bytes that are held in memory; whether they are permitted. */
  boolean hold(long bytes) {
    if (heldBytes + bytes > limits.maxHeldBytes()) {
      return false;
    }
    heldBytes += bytes;
    return true;
  }

  void release(long bytes) {
    heldBytes -= bytes;
  }

  /** Memory that a decoder may take. */
  long decoderBytes() {
    return limits.maxHeldBytes();
  }

  /** Bytes that the directory of an archive may have; in memory it takes some ten times as much. */
  long directoryBytes() {
    return limits.maxHeldBytes() / 16;
  }
}
