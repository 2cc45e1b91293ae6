package leakcensus.spark.keep;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One file of a kept table: the blocks of one partition.
 *
 * @param name name of the file in the folder of the table
 * @param blocks number of blocks
 */
record KeptFile(String name, long blocks) implements Serializable {

  /** Some files as text, a line each, in the order of their partitions. */
  static byte[] encode(List<KeptFile> files) {
    StringBuilder lines = new StringBuilder();
    files.forEach(file -> lines.append(file.name).append(' ').append(file.blocks).append('\n'));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The files of such a text. */
  static List<KeptFile> decode(byte[] text) {
    List<KeptFile> files = new ArrayList<>();
    new String(text, StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.split(" ", 2))
        .forEach(parts -> files.add(new KeptFile(parts[0], Long.parseLong(parts[1]))));
    return files;
  }

  /** Where a block stands; it opens nowhere else. */
  static byte[] place(String table, int partition, long block) {
    return (table + ' ' + partition + ' ' + block).getBytes(StandardCharsets.UTF_8);
  }

  /** Names in a folder that are not among these: left by attempts that failed. */
  static List<String> others(String[] names, List<KeptFile> files) {
    List<String> known = files.stream().map(KeptFile::name).toList();
    return Arrays.stream(names).filter(name -> !known.contains(name)).toList();
  }
}
