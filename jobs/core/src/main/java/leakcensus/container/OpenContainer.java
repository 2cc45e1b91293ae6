package leakcensus.container;

/** Opens a file to go through the plain parts in it. */
public final class OpenContainer {

  private OpenContainer() {}

  /**
   * A cursor before the first part; nothing is read yet.
   *
   * @param file the file, which stays the caller's
   * @param limits how far it may be unpacked
   */
  public static PartCursor open(SeekableBytes file, ContainerLimits limits) {
    return new PartCursor(file, limits);
  }
}
