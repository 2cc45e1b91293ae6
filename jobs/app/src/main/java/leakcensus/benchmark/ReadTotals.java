package leakcensus.benchmark;

/**
 * What was found in a file.
 *
 * @param records records without fault
 * @param length length of all values that a census takes, in the unit that its reader knows without
 *     counting: characters of Java's strings, or bytes of Spark's
 */
record ReadTotals(long records, long length) {

  ReadTotals plus(ReadTotals more) {
    return new ReadTotals(records + more.records, length + more.length);
  }
}
