package leakcensus.spark.read;

import java.io.IOException;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.InputFile;

/**
 * Opens Parquet files, whose footers hold values: the least and the largest of each column.
 *
 * <p>Each with options of its own: they carry the decompressors, which are for one thread.
 */
final class OpenParquet {

  private OpenParquet() {}

  /**
   * The file with its footer read.
   *
   * @throws IOException if it cannot be read, or is not Parquet; the message quotes nothing of it
   */
  static ParquetFileReader open(InputFile input) throws IOException {
    ParquetReadOptions options = ParquetReadOptions.builder().usePageChecksumVerification().build();
    try {
      return ParquetFileReader.open(input, options);
    } catch (IOException | RuntimeException fault) {
      IOException reworded =
          new IOException(
              "Cannot read the footer of a Parquet file (%s)"
                  .formatted(fault.getClass().getSimpleName()));
      reworded.setStackTrace(fault.getStackTrace());
      throw reworded;
    }
  }
}
