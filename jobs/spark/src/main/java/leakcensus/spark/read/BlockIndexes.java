package leakcensus.spark.read;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import leakcensus.container.BzipIndex;

/** The indexes of those packed files that are read in parts, by the number of the file. */
public final class BlockIndexes implements Serializable {

  private static final long serialVersionUID = 1;
  private static final BlockIndexes NONE = new BlockIndexes(Map.of());

  private final TreeMap<Integer, BzipIndex> ofFiles;

  BlockIndexes(Map<Integer, BzipIndex> ofFiles) {
    this.ofFiles = new TreeMap<>(ofFiles);
  }

  /** No file has one: each packed file is read by one task. */
  public static BlockIndexes none() {
    return NONE;
  }

  Optional<BzipIndex> of(int fileId) {
    return Optional.ofNullable(ofFiles.get(fileId));
  }
}
