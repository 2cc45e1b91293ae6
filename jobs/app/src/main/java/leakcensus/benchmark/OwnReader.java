package leakcensus.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import leakcensus.config.ReadSettings;
import leakcensus.normalise.DateOrder;
import leakcensus.normalise.NationalIdRule;
import leakcensus.normalise.NormaliseSettings;
import leakcensus.person.PersonField;
import leakcensus.source.RecordCursor;
import leakcensus.source.RecordFault;
import leakcensus.source.Slot;
import leakcensus.source.Source;
import leakcensus.source.Split;
import leakcensus.spark.read.FileSplitReader;
import leakcensus.spark.read.InputFiles;
import leakcensus.spark.read.ListFiles;
import leakcensus.spark.read.PlanSplits;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.util.SerializableConfiguration;

/** Reads a file as the first step of a census does, and looks at every value that it hands over. */
final class OwnReader {

  private static final ReadSettings SETTINGS = new ReadSettings(1L << 27, 1 << 20, 0);

  private final Source source;
  private final InputFiles files;
  private final FileSplitReader reader;

  OwnReader(ReaderFormat format, MadeUpFile file, Configuration hadoop) {
    source =
        new Source(
            "people",
            List.of(file.path().toString()),
            format.layout(),
            "UTF-8",
            List.of(
                Slot.of(
                    "holder",
                    Map.of(
                        PersonField.FULL_NAME,
                        List.of("name"),
                        PersonField.NATIONAL_ID,
                        List.of("id_number"),
                        PersonField.BIRTH_DATE,
                        List.of("birthday"),
                        PersonField.PHONE,
                        List.of("mobile"),
                        PersonField.EMAIL,
                        List.of("email"),
                        PersonField.ADDRESS,
                        List.of("address")))),
            List.of(),
            new NormaliseSettings("CN", NationalIdRule.OPAQUE, DateOrder.DAY_FIRST));
    files = new ListFiles(hadoop).list(List.of(source));
    reader =
        new FileSplitReader(
            files, List.of(source), SETTINGS, new SerializableConfiguration(hadoop));
  }

  /** The records, and the characters of all their values. */
  ReadTotals read() throws IOException {
    int columns = source.columns().size();
    ReadTotals totals = new ReadTotals(0, 0);
    for (List<Split> task : PlanSplits.plan(files, List.of(source), SETTINGS.splitBytes())) {
      for (Split split : task) {
        try (RecordCursor cursor = reader.open(split, files.file(split.fileId()).path())) {
          totals = totals.plus(read(cursor, columns));
        }
      }
    }
    return totals;
  }

  private static ReadTotals read(RecordCursor cursor, int columns) throws IOException {
    long records = 0;
    long characters = 0;
    while (cursor.next()) {
      if (cursor.fault() != RecordFault.NONE) {
        continue;
      }
      records++;
      for (int column = 0; column < columns; column++) {
        characters += cursor.value(column).length();
      }
    }
    return new ReadTotals(records, characters);
  }
}
