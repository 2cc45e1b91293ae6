package leakcensus.spark.synthesise;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import leakcensus.synthetic.DumpTally;
import leakcensus.synthetic.SourceConfiguration;
import leakcensus.synthetic.SourceTally;
import leakcensus.synthetic.SyntheticLeak;
import leakcensus.synthetic.SyntheticSettings;
import leakcensus.synthetic.SyntheticSource;
import leakcensus.synthetic.SyntheticTruth;
import leakcensus.synthetic.TruthJson;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Writes a synthetic leak into a folder: the files of its sources, {@code sources.conf} to read
 * them with, and last {@code truth.json}.
 *
 * <p>The bytes follow from the settings, whatever the number of tasks and however often one runs.
 * The driver holds tallies only: one per file, and one row per different list of mentions by
 * source.
 */
public final class WriteLeak {

  /** Name of the source configuration in the folder. */
  public static final String SOURCES_FILE = "sources.conf";

  /** Name of the truth in the folder; it is there when everything else is. */
  public static final String TRUTH_FILE = "truth.json";

  private static final String MENTIONS = "mentions_";

  private final SparkSession spark;

  public WriteLeak(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * Writes the leak and gives its truth.
   *
   * @throws IllegalArgumentException if the folder exists and is not empty
   * @throws IOException if the file system refuses
   */
  public SyntheticTruth write(SyntheticSettings settings, String path) throws IOException {
    LeakFolder folder =
        new LeakFolder(
            path, new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
    folder.requireEmpty();

    List<SourceTally> sources = writeSources(settings, folder);
    SyntheticTruth truth =
        new SyntheticTruth(settings, dump(settings), sources, personsByMentions(settings));
    folder.write(SOURCES_FILE, SourceConfiguration.text(settings));
    folder.write(TRUTH_FILE, TruthJson.text(truth));
    return truth;
  }

  private List<SourceTally> writeSources(SyntheticSettings settings, LeakFolder folder)
      throws IOException {
    LeakFiles files = new LeakFiles(settings);
    WriteFiles writing = new WriteFiles(settings, folder);
    List<Row> tallies =
        overPersons(settings, new ListKeys(settings), KeyRows.SCHEMA)
            .repartitionById(files.count(), col(KeyRows.FILE))
            .sortWithinPartitions(
                KeyRows.FILE, KeyRows.ORDER, KeyRows.PERSON, KeyRows.COPY, KeyRows.DUPLICATE)
            .mapPartitions(writing, Encoders.row(TallyRows.SCHEMA))
            .collectAsList();

    writeEmptyFiles(settings, tallies, writing);
    for (SyntheticSource source : settings.sources()) {
      folder.sweep(source.name());
    }
    return sum(settings, tallies);
  }

  private static void writeEmptyFiles(
      SyntheticSettings settings, List<Row> tallies, WriteFiles writing) throws IOException {
    LeakFiles files = new LeakFiles(settings);
    Set<Integer> missing = new HashSet<>(files.all());
    tallies.forEach(tally -> missing.remove(TallyRows.counted(tally)));
    for (int file : missing) {
      writing.writeFile(file, Collections.emptyIterator(), new SyntheticLeak(settings));
    }
  }

  private static List<SourceTally> sum(SyntheticSettings settings, List<Row> tallies) {
    LeakFiles files = new LeakFiles(settings);
    List<SourceTally> sums = new ArrayList<>();
    settings.sources().forEach(source -> sums.add(SourceTally.empty(source.kind())));
    for (Row tally : tallies) {
      int source = files.source(TallyRows.counted(tally));
      SourceTally part =
          SourceTally.of(settings.sources().get(source).kind(), TallyRows.counts(tally));
      sums.set(source, sums.get(source).plus(part));
    }
    return sums;
  }

  private DumpTally dump(SyntheticSettings settings) {
    return overPersons(settings, new CountDump(settings), TallyRows.SCHEMA).collectAsList().stream()
        .map(tally -> DumpTally.of(TallyRows.counts(tally)))
        .reduce(new SyntheticLeak(settings).slice(0, 0).dump(), DumpTally::plus);
  }

  private Map<List<Long>, Long> personsByMentions(SyntheticSettings settings) {
    Column[] counts = new Column[settings.sources().size()];
    Column[] names = new Column[counts.length];
    for (int source = 0; source < counts.length; source++) {
      counts[source] = count_if(col(ListMentions.SOURCE).equalTo(source)).as(MENTIONS + source);
      names[source] = col(MENTIONS + source);
    }

    Map<List<Long>, Long> persons = new HashMap<>();
    Dataset<Row> byMentions =
        overPersons(settings, new ListMentions(settings), ListMentions.SCHEMA)
            .groupBy(col(ListMentions.PERSON))
            .agg(counts[0], List.of(counts).subList(1, counts.length).toArray(new Column[0]))
            .groupBy(names)
            .count();
    for (Row row : byMentions.collectAsList()) {
      List<Long> mentions = new ArrayList<>();
      for (int source = 0; source < counts.length; source++) {
        mentions.add(row.getLong(source));
      }
      persons.put(mentions, row.getLong(counts.length));
    }
    return persons;
  }

  private Dataset<Row> overPersons(
      SyntheticSettings settings, MapPartitionsFunction<Long, Row> function, StructType schema) {
    PersonRange persons = new PersonRange(settings);
    int tasks = persons.tasks(spark.sparkContext().defaultParallelism());
    return spark.range(0, persons.count(), 1, tasks).mapPartitions(function, Encoders.row(schema));
  }
}
