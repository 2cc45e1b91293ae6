package leakcensus.spark.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import leakcensus.block.LongTable;
import leakcensus.config.ReadSettings;
import leakcensus.container.BzipIndex;
import leakcensus.container.FindBzipBlocks;
import leakcensus.pseudonym.TokenKey;
import leakcensus.source.RecordFormat;
import leakcensus.source.Source;
import leakcensus.source.Split;
import leakcensus.spark.stage.Procedure;
import leakcensus.spark.table.TaskTable;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Decodes large bzip2 files of lines once, in parallel, to learn where their blocks stand in the
 * text; then they can be read in parts as plain text is. A file that is not sound gets no index.
 *
 * <p>Memory of the driver: some 100 bytes for each block, which holds 900 kB of text.
 */
public final class IndexBlocks implements Procedure<InputFiles, BlockIndexes> {

  /** Packed bytes that hold about as much text as one split; files below are read by one task. */
  private static final int USUAL_RATIO = 4;

  private final SparkSession spark;
  private final List<Source> sources;
  private final ReadSettings settings;

  /** For files of these sources. */
  public IndexBlocks(SparkSession spark, List<Source> sources, ReadSettings settings) {
    this.spark = spark;
    this.sources = List.copyOf(sources);
    this.settings = settings;
  }

  @Override
  public String name() {
    return "index-blocks";
  }

  @Override
  public BlockIndexes run(InputFiles files) {
    List<List<Split>> ranges = ranges(files);
    if (ranges.isEmpty()) {
      return BlockIndexes.none();
    }
    SerializableConfiguration hadoop =
        new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
    List<byte[]> found =
        TaskRows.of(spark, files, ranges, TokenKey.random())
            .toJavaRDD()
            .map(new FindInRange(ranges, hadoop))
            .collect();
    Map<Integer, LongTable> ofFiles = new HashMap<>();
    for (int range = 0; range < ranges.size(); range++) {
      ofFiles
          .computeIfAbsent(ranges.get(range).get(0).fileId(), file -> FindBzipBlocks.table())
          .appendEncoded(found.get(range));
    }
    Map<Integer, BzipIndex> indexes = new HashMap<>();
    ofFiles.forEach(
        (file, blocks) ->
            BzipIndex.of(blocks, files.file(file).bytes(), settings.containers())
                .ifPresent(index -> indexes.put(file, index)));
    return new BlockIndexes(indexes);
  }

  /** Ranges of packed bytes, one a task. */
  private List<List<Split>> ranges(InputFiles files) {
    List<List<Split>> ranges = new ArrayList<>();
    long step = Math.max(1, settings.splitBytes() / USUAL_RATIO);
    for (InputFile file : files.files()) {
      if (mayBeCut(file) && file.bytes() > step) {
        for (long start = 0; start < file.bytes(); start += step) {
          long end = Math.min(file.bytes(), start + step);
          ranges.add(List.of(new Split(file.source(), file.id(), start, end)));
        }
      }
    }
    return ranges;
  }

  private boolean mayBeCut(InputFile file) {
    RecordFormat format = sources.get(file.source()).format();
    return file.compression() == FilePacking.BZIP2
        && file.parts().isEmpty()
        && !file.isDuplicate()
        && settings.containers().maxDepth() > 0
        && format.isSplittable()
        && !format.isBinary();
  }

  private static final class FindInRange implements Function<Row, byte[]> {

    private static final long serialVersionUID = 1;

    private final List<List<Split>> ranges;
    private final SerializableConfiguration hadoop;

    FindInRange(List<List<Split>> ranges, SerializableConfiguration hadoop) {
      this.ranges = ranges;
      this.hadoop = hadoop;
    }

    @Override
    public byte[] call(Row task) {
      Split range = ranges.get(TaskTable.id(task)).get(0);
      Path path = new Path(TaskTable.paths(task).get(0));
      try (HadoopBytes file = HadoopBytes.open(path, hadoop.value())) {
        return FindBzipBlocks.find(file, range.start(), range.end()).encode();
      } catch (IOException | RuntimeException unreadable) {
        // The reading itself meets the same fault, and tells and counts it without the path.
        return FindBzipBlocks.table().encode();
      }
    }
  }
}
