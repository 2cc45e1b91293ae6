package leakcensus.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up rows whose values look like the markup of every format. */
final class NastyRows {

  static final List<String> COLUMNS = List.of("id", "name", "note");

  private static final String[] PARTS = {
    "ada",
    "O'Brien",
    "\"quoted\"",
    "back\\slash",
    "\\",
    "'",
    "''",
    "\"",
    "`",
    "a,b",
    "(1,'x')",
    "),(",
    "};{",
    "},{",
    "]",
    "[",
    "{",
    "NULL",
    "\\N",
    "\\.",
    "--",
    "-- x",
    "/*",
    "*/",
    "#",
    ";",
    "$$",
    "$1",
    "%",
    "_",
    "0x41",
    "x'41'",
    "\u738b\u5c0f\u660e",
    "\u00e9\u00df",
    "\ud83d\ude00",
    "\u202e",
    "\uff11\uff12",
    " ",
    "13812345678",
    "110101199003070011",
    "1e5",
    "true",
    "<b>&amp;",
    "=1+1",
    "$oid",
    "a.b",
    "\u2028",
    "E'x'",
    "::text"
  };
  private static final String[] LINE_PARTS = {"\n", "\t", "\r\n", "\n{", "\n[", "\b", "\n(1,"};

  private final Random random;
  private final boolean lineEnds;

  NastyRows(long seed, boolean lineEnds) {
    random = new Random(seed);
    this.lineEnds = lineEnds;
  }

  List<List<String>> make(int rows) {
    List<List<String>> made = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      made.add(List.of(String.valueOf(1_000_000 + row), value(), value()));
    }
    return made;
  }

  static List<String> joined(List<List<String>> rows) {
    return rows.stream().map(row -> String.join("|", row)).toList();
  }

  private String value() {
    StringBuilder value = new StringBuilder();
    for (int part = random.nextInt(5); part > 0; part--) {
      boolean lineEnd = lineEnds && random.nextInt(6) == 0;
      String[] parts = lineEnd ? LINE_PARTS : PARTS;
      value.append(parts[random.nextInt(parts.length)]);
    }
    return value.toString();
  }
}
