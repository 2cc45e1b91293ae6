package leakcensus.spark.census;

import java.util.List;
import java.util.StringJoiner;
import leakcensus.count.CountTable;
import leakcensus.person.PersonField;
import leakcensus.source.Source;

/** Names of sources, fields and sets of them, as the tables give them. */
final class Labels {

  /** Stands for all sources or slots. */
  static final String ALL = "*";

  private Labels() {}

  static String source(List<Source> sources, int source) {
    return source == CountTable.ALL_SOURCES ? ALL : sources.get(source).name();
  }

  static String sources(List<Source> sources, long mask) {
    StringJoiner names = new StringJoiner("+");
    for (long rest = mask; rest != 0; rest &= rest - 1) {
      names.add(sources.get(Long.numberOfTrailingZeros(rest)).name());
    }
    return names.toString();
  }

  static String fields(long mask) {
    StringJoiner names = new StringJoiner("+").setEmptyValue("none");
    for (long rest = mask; rest != 0; rest &= rest - 1) {
      names.add(PersonField.at(Long.numberOfTrailingZeros(rest)).key());
    }
    return names.toString();
  }
}
