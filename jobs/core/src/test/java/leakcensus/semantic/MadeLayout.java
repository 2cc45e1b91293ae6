package leakcensus.semantic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A made-up table: what its columns are called, what they are, and how their values are made.
 *
 * @param name name of the layout
 * @param country whose words fill it
 * @param columns its columns in order
 */
record MadeLayout(String name, String country, List<Column> columns) {

  private static final int RECORDS = 400;

  /** A column with its true type and the kind of {@link MadeRecord} that fills it. */
  record Column(String header, SemanticType type, String kind) {}

  static List<MadeLayout> all() {
    return WordLists.lines("layouts.txt").stream().map(MadeLayout::parse).toList();
  }

  MadeLayout withoutHeaders() {
    return new MadeLayout(
        name,
        country,
        columns.stream().map(column -> new Column("", column.type(), column.kind())).toList());
  }

  MadeLayout shuffled(Random random) {
    List<Column> shuffled = new ArrayList<>(columns);
    Collections.shuffle(shuffled, random);
    return new MadeLayout(name, country, shuffled);
  }

  /**
   * The profiles of a made-up table with blanks, and with values of other columns in wrong places.
   */
  List<ColumnProfile> profiles(Random random) {
    List<ProfileColumn> profiles =
        columns.stream().map(column -> new ProfileColumn(column.header())).toList();
    double[] blanks = columns.stream().mapToDouble(column -> random.nextInt(3) * 0.15).toArray();
    for (int number = 0; number < RECORDS; number++) {
      MadeRecord record = new MadeRecord(country, number, random);
      for (int column = 0; column < columns.size(); column++) {
        profiles.get(column).add(noisy(record, column, blanks[column], random));
      }
    }
    return profiles.stream().map(ProfileColumn::profile).toList();
  }

  private String noisy(MadeRecord record, int column, double blanks, Random random) {
    if (random.nextDouble() < blanks) {
      return new String[] {"", "NULL", "-", "N/A", " "}[random.nextInt(5)];
    }
    boolean misplaced = random.nextInt(50) == 0;
    String value =
        record.value(columns.get(misplaced ? random.nextInt(columns.size()) : column).kind());
    return switch (random.nextInt(60)) {
      case 0 -> value.substring(0, value.length() - 1);
      case 1 -> " " + value + " ";
      default -> value;
    };
  }

  private static MadeLayout parse(String line) {
    String[] parts = line.split(" \\| ");
    List<Column> columns = new ArrayList<>();
    for (String column : parts[2].split("; ")) {
      String[] sides = column.split(" [=@] ");
      columns.add(
          new Column(
              sides[0].strip(),
              SemanticType.ofKey(sides[1].strip()).orElseThrow(),
              sides[2].strip()));
    }
    return new MadeLayout(parts[0], parts[1], columns);
  }
}
