package leakcensus.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Goes over the definitions of a dump, and remembers which columns its tables have. */
final class SqlDefinitions {

  /** More columns than any database takes. */
  static final int MAX_COLUMNS = 20_000;

  /** Words that begin a part of {@code CREATE TABLE} that is no column. */
  private static final Set<String> CONSTRAINTS =
      Set.of(
          "PRIMARY",
          "KEY",
          "INDEX",
          "UNIQUE",
          "CONSTRAINT",
          "FULLTEXT",
          "SPATIAL",
          "FOREIGN",
          "CHECK",
          "EXCLUDE",
          "LIKE");

  private static final Set<String> ROUTINES =
      Set.of("PROCEDURE", "FUNCTION", "TRIGGER", "EVENT", "PACKAGE");

  private final SqlScanner scanner;
  private final SqlSchema schema;

  SqlDefinitions(SqlScanner scanner, SqlSchema schema) {
    this.scanner = scanner;
    this.schema = schema;
  }

  /** Goes over a statement behind its word {@code CREATE}. */
  void read() throws IOException {
    while (true) {
      scanner.skipBlanks();
      int seen = scanner.peek();
      if (!SqlScanner.isWordStart(seen)) {
        // DEFINER = `root`@`localhost`
        if (seen == ScannedBytes.END || seen == '(' || scanner.isAtDelimiter()) {
          scanner.skipStatement();
          return;
        }
        scanner.skipDefiner();
        continue;
      }
      String word = scanner.readWord();
      if (word.equals("TABLE")) {
        readTableDefinition();
        scanner.skipStatement();
        return;
      }
      if (ROUTINES.contains(word)) {
        scanner.skipRoutine();
        return;
      }
      if (word.equals("AS") || word.equals("VIEW") || word.equals("INDEX")) {
        scanner.skipStatement();
        return;
      }
    }
  }

  private void readTableDefinition() throws IOException {
    scanner.skipBlanks();
    String name = scanner.readQualifiedName();
    if (name.equalsIgnoreCase("IF")) {
      scanner.readWord();
      scanner.skipBlanks();
      scanner.readWord();
      scanner.skipBlanks();
      name = scanner.readQualifiedName();
    }
    List<String> columns = new ArrayList<>();
    if (scanner.peek() == '(') {
      do {
        scanner.advance();
        scanner.skipBlanks();
        boolean bare = SqlScanner.isWordStart(scanner.peek());
        String column = scanner.readName();
        if (columns.size() < MAX_COLUMNS
            && !column.isEmpty()
            && !(bare && CONSTRAINTS.contains(column.toUpperCase(Locale.ROOT)))) {
          columns.add(column);
        }
        scanner.skipDefinition();
      } while (scanner.peek() == ',');
    }
    if (!name.isEmpty()) {
      schema.remember(name, columns);
    }
  }
}
