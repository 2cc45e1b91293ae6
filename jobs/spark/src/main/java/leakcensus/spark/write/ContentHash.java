package leakcensus.spark.write;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import leakcensus.spark.table.SummaryColumn;
import leakcensus.spark.table.SummaryRows;

/**
 * The hash of what a table says, whatever run said it: SHA-256 over its sorted rows without the
 * columns that belong to the run.
 */
public final class ContentHash {

  private ContentHash() {}

  /** The hash of a table, in hexadecimal digits. */
  public static String of(SummaryRows rows) {
    List<String> lines = new ArrayList<>();
    for (List<Optional<Object>> row : rows.rows()) {
      lines.add(line(rows, row));
    }
    Collections.sort(lines);
    lines.add(0, rows.table().name());
    return of(lines);
  }

  /** The hash of some lines, in hexadecimal digits. */
  static String of(List<String> lines) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String line : lines) {
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException fault) {
      throw new IllegalStateException("Cannot find SHA-256 in this Java runtime", fault);
    }
  }

  private static String line(SummaryRows rows, List<Optional<Object>> row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      SummaryColumn column = rows.table().columns().get(i);
      if (column.hashed()) {
        String cell = row.get(i).map(Object::toString).orElse("\u0000");
        line.append(column.name()).append('=').append(cell.length()).append(':').append(cell);
      }
    }
    return line.toString();
  }
}
