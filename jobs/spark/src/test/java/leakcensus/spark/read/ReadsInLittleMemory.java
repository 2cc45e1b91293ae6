package leakcensus.spark.read;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import leakcensus.block.LongTable;
import leakcensus.config.ReadSettings;
import leakcensus.normalise.DateOrder;
import leakcensus.normalise.NationalIdRule;
import leakcensus.normalise.NormaliseSettings;
import leakcensus.person.PersonField;
import leakcensus.source.Intake;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.RecordCursor;
import leakcensus.source.RecordFault;
import leakcensus.source.RecordFormat;
import leakcensus.source.Slot;
import leakcensus.source.Source;
import leakcensus.source.SourceFile;
import leakcensus.source.Split;
import leakcensus.source.SplitTally;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Reads files of delimited text to their ends, as a census does, in a virtual machine of its own;
 * prints a line of counts for each, then the largest heap that was in use.
 */
final class ReadsInLittleMemory {

  private static final ReadSettings SETTINGS = new ReadSettings(1L << 27, 1 << 20, 1);
  private static final RecordFormat CSV = new RecordFormat.Delimited(',', '"', List.of());

  private ReadsInLittleMemory() {}

  public static void main(String[] files) throws IOException {
    for (String file : files) {
      System.out.println(counts(Path.of(file)));
    }
    System.out.printf("heap %d MB%n", peakHeapBytes() >> 20);
  }

  private static String counts(Path path) throws IOException {
    Source source =
        new Source(
            "s",
            List.of(path.toString()),
            CSV,
            "UTF-8",
            List.of(
                Slot.of(
                    "holder",
                    Map.of(
                        PersonField.FULL_NAME,
                        List.of("name"),
                        PersonField.PHONE,
                        List.of("tel")))),
            List.of(),
            new NormaliseSettings("CN", NationalIdRule.OPAQUE, DateOrder.DAY_FIRST));
    Configuration hadoop = new Configuration(false);
    InputFiles files = new ListFiles(hadoop).list(List.of(source));
    FileSplitReader reader =
        new FileSplitReader(
            files, List.of(source), SETTINGS, new SerializableConfiguration(hadoop));
    LongTable tallies = SplitTally.table();
    for (List<Split> task : PlanSplits.plan(files, List.of(source), SETTINGS.splitBytes())) {
      for (Split split : task) {
        try (RecordCursor cursor = reader.open(split, files.file(0).path())) {
          long characters = 0;
          while (cursor.next()) {
            characters += cursor.fault() == RecordFault.NONE ? cursor.value(0).length() : 0;
          }
          tallies.appendAll(cursor.tally().rows());
        }
      }
    }
    Intake intake =
        Intake.of(List.of(new SourceFile(0, 0, Files.size(path), "none", false)), tallies);
    return "kept %d, quarantined %d%s, bytes %d"
        .formatted(
            intake.count(0, IntakeMeasure.RECORDS_KEPT),
            intake.quarantined(0),
            faults(intake),
            intake.extents()[0]);
  }

  private static String faults(Intake intake) {
    StringBuilder faults = new StringBuilder();
    for (RecordFault fault : RecordFault.values()) {
      if (intake.quarantined(0, fault) > 0) {
        faults.append(" ").append(fault.key());
      }
    }
    return faults.toString();
  }

  private static long peakHeapBytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
