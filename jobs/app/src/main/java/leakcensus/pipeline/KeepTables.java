package leakcensus.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import leakcensus.count.CountTable;
import leakcensus.spark.keep.KeptTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Keeps what the steps of a run have made until this is closed: in the memory of Spark, and where
 * there is a place for it, in sealed files as well, from which the next run goes on if this one
 * does not come to its end.
 */
final class KeepTables implements AutoCloseable {

  private final Optional<KeptTables> stored;
  private final Progress progress;
  private final List<Dataset<Row>> persisted = new ArrayList<>();

  /**
   * Keeps tables.
   *
   * @param stored where they are stored too, and found again; empty for memory alone
   * @param progress is told what is found
   */
  KeepTables(Optional<KeptTables> stored, Progress progress) {
    this.stored = stored;
    this.progress = progress;
  }

  /**
   * A table: the one that is stored, or a new one, which then is. What memory has no room for goes
   * to the disk, since making it again has a price.
   */
  Dataset<Row> keep(String name, Supplier<Dataset<Row>> make) {
    return keep(name, make, StorageLevel.MEMORY_AND_DISK());
  }

  /**
   * The same for a table that is nothing but what a shuffle has brought together. What memory has
   * no room for is read once more from the shuffle's files, which lie on the disk anyway, and
   * compressed.
   */
  Dataset<Row> keepShuffled(String name, Supplier<Dataset<Row>> make) {
    return keep(name, make, StorageLevel.MEMORY_ONLY());
  }

  private Dataset<Row> keep(String name, Supplier<Dataset<Row>> make, StorageLevel level) {
    try {
      if (stored.isPresent() && stored.get().has(name)) {
        progress.say("%s: taken over from a run that did not end".formatted(name));
        return persist(stored.get().read(name), level);
      }
      Dataset<Row> made = persist(make.get(), level);
      if (stored.isPresent()) {
        stored.get().write(name, made);
      }
      return made;
    } catch (IOException fault) {
      throw CommitException.of("keep a table for a later run", fault);
    }
  }

  /** Counts: those that are stored, or new ones, which then are. */
  CountTable keepCounts(String name, Supplier<CountTable> make) {
    try {
      Optional<byte[]> found = stored.isPresent() ? stored.get().get(name) : Optional.empty();
      if (found.isPresent()) {
        CountTable counts = new CountTable();
        counts.addEncoded(found.get());
        return counts;
      }
      CountTable made = make.get();
      if (stored.isPresent()) {
        stored.get().put(name, made.encode());
      }
      return made;
    } catch (IOException fault) {
      throw CommitException.of("keep counts for a later run", fault);
    }
  }

  /** Whether all of these are stored. */
  boolean hasAll(String... names) {
    try {
      for (String name : names) {
        if (stored.isEmpty() || !stored.get().has(name)) {
          return false;
        }
      }
      return true;
    } catch (IOException fault) {
      throw CommitException.of("look for what an earlier run has kept", fault);
    }
  }

  @Override
  public void close() {
    persisted.forEach(Dataset::unpersist);
  }

  private Dataset<Row> persist(Dataset<Row> table, StorageLevel level) {
    Dataset<Row> kept = table.persist(level);
    persisted.add(kept);
    return kept;
  }
}
