package leakcensus.synthetic;

import java.util.List;

/**
 * A province of mainland China.
 *
 * @param prefix first two digits of its area codes in GB/T 2260
 * @param name Chinese name in full
 * @param postalPrefix first two digits of a postal code in use there
 */
record Province(int prefix, String name, String postalPrefix) {

  /** All 31, by rising prefix. */
  static final List<Province> ALL =
      ResourceRows.read("provinces.csv").stream()
          .map(row -> new Province(Integer.parseInt(row.get(0)), row.get(1), row.get(2)))
          .toList();

  /** The place in {@link #ALL} of the province with this prefix. */
  static int indexOf(int prefix) {
    for (int i = 0; i < ALL.size(); i++) {
      if (ALL.get(i).prefix() == prefix) {
        return i;
      }
    }
    throw new IllegalStateException("Unknown province prefix: " + prefix);
  }
}
