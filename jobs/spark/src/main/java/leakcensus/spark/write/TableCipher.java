package leakcensus.spark.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.crypto.FileDecryptionProperties;
import org.apache.parquet.crypto.FileEncryptionProperties;
import org.apache.parquet.crypto.ParquetCipher;

/**
 * How Parquet files are encrypted: every page, index and footer by AES-256-GCM, all columns under
 * the key of the table.
 *
 * <p>Source: Parquet Modular Encryption, parquet-format 2.7.
 */
final class TableCipher {

  /** Name of the algorithm, as it stands in the manifest. */
  static final String ALGORITHM = ParquetCipher.AES_GCM_V1.name();

  /** What an encrypted file with an encrypted footer begins and ends with; a plain one: PAR1. */
  private static final byte[] ENCRYPTED = "PARE".getBytes(StandardCharsets.US_ASCII);

  private TableCipher() {}

  /** How one file is written; not to be used for another. */
  static FileEncryptionProperties encryption(byte[] key) {
    return FileEncryptionProperties.builder(key).withAlgorithm(ParquetCipher.AES_GCM_V1).build();
  }

  /** How a file is read; what is not encrypted is refused. */
  static FileDecryptionProperties decryption(byte[] key) {
    return FileDecryptionProperties.builder().withFooterKey(key).build();
  }

  /**
   * Whether a file is what {@link #encryption} makes. Parquet writes in clear, without a word,
   * where its settings name no key; so what lies there decides, not what was asked for.
   */
  static boolean isEncrypted(FileSystem files, Path file) throws IOException {
    long bytes = files.getFileStatus(file).getLen();
    if (bytes < 2L * ENCRYPTED.length) {
      return false;
    }
    try (FSDataInputStream input = files.open(file)) {
      return isMark(input, 0) && isMark(input, bytes - ENCRYPTED.length);
    }
  }

  private static boolean isMark(FSDataInputStream input, long position) throws IOException {
    byte[] found = new byte[ENCRYPTED.length];
    input.readFully(position, found);
    return Arrays.equals(found, ENCRYPTED);
  }
}
