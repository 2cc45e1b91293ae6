package leakcensus.inspect;

import java.util.List;

/**
 * What was seen of one file.
 *
 * @param number its number in this inventory, from 1, in the order of the names
 * @param name its path, as a configuration names it
 * @param bytes its length
 * @param packing how it is packed, as in table {@code intake}
 * @param tables its tables
 * @param leftOut what of it is in no source, or not wholly
 */
public record FileLook(
    int number,
    String name,
    long bytes,
    String packing,
    List<TableLook> tables,
    List<PartLeftOut> leftOut) {

  public FileLook {
    tables = List.copyOf(tables);
    leftOut = List.copyOf(leftOut);
  }

  /** Whether it is unpacked by one task. */
  public boolean isPacked() {
    return !packing.equals("none");
  }

  /** Its number and length; paths can hold values. */
  @Override
  public String toString() {
    return "FileLook[%d, %d bytes]".formatted(number, bytes);
  }
}
