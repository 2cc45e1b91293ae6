package leakcensus.spark.read;

import java.io.IOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import leakcensus.config.InputException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;

/**
 * Finds files of one source that are the same byte for byte. Only files of equal length are read.
 */
final class MarkDuplicates {

  private static final int BUFFER_BYTES = 1 << 20;

  private MarkDuplicates() {}

  /** The same files, each copy marked with the first file it equals. */
  static InputFiles mark(InputFiles files, Configuration hadoop) {
    Map<List<Long>, Long> sameLength =
        files.files().stream()
            .collect(Collectors.groupingBy(MarkDuplicates::length, Collectors.counting()));
    Map<List<Object>, Integer> firstOfContent = new HashMap<>();
    List<InputFile> marked = new ArrayList<>();
    for (InputFile file : files.files()) {
      if (file.bytes() == 0 || sameLength.get(length(file)) == 1) {
        marked.add(file);
        continue;
      }
      List<Object> content = List.of(file.source(), file.parts(), digest(file, hadoop));
      int first = firstOfContent.computeIfAbsent(content, unseen -> file.id());
      marked.add(file.copyOf(first));
    }
    return new InputFiles(marked);
  }

  private static List<Long> length(InputFile file) {
    return List.of((long) file.source(), file.bytes());
  }

  private static String digest(InputFile file, Configuration hadoop) {
    Path path = new Path(file.path());
    try (FSDataInputStream input = SampleFileSystem.of(path, hadoop).open(path)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      DigestInputStream digesting = new DigestInputStream(input, digest);
      byte[] buffer = new byte[BUFFER_BYTES];
      int read = digesting.read(buffer);
      while (read >= 0) {
        read = digesting.read(buffer);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException fault) {
      throw new IllegalStateException("Cannot find SHA-256 in this Java runtime", fault);
    } catch (IOException fault) {
      throw new InputException(
          InputException.Kind.UNREADABLE,
          "Cannot read file %d: %s. Check its permissions, or leave it out."
              .formatted(file.id(), fault.getClass().getSimpleName()));
    }
  }
}
