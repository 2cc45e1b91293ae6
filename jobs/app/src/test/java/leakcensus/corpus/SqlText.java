package leakcensus.corpus;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** People as the text dumps of three databases. */
final class SqlText {

  private static final int TUPLES_PER_STATEMENT = 500;

  private SqlText() {}

  /** As mysqldump writes, with another table before the people. */
  static String mysql(People people) {
    StringBuilder dump = new StringBuilder();
    dump.append("-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)\n--\n");
    dump.append("/*!40101 SET NAMES utf8mb4 */;\n\nDROP TABLE IF EXISTS `job`;\n");
    dump.append("CREATE TABLE `job` (\n  `id` int NOT NULL,\n  `title` text,\n");
    dump.append("  PRIMARY KEY (`id`)\n) ENGINE=InnoDB COMMENT='it''s; no (table) of people';\n");
    dump.append(
        "INSERT INTO `job` VALUES (1,'a\\'b);('),(2,'INSERT INTO `people` VALUES (1);');\n");
    dump.append("DROP TABLE IF EXISTS `people`;\nCREATE TABLE `people` (\n");
    people
        .columns()
        .forEach(column -> dump.append("  `%s` varchar(255) DEFAULT NULL,\n".formatted(column)));
    dump.append("  KEY `k` (`%s`)\n) ENGINE=InnoDB;\n".formatted(people.columns().get(0)));
    dump.append("LOCK TABLES `people` WRITE;\n");
    for (int row = 0; row < people.rows().size(); row++) {
      dump.append(row % TUPLES_PER_STATEMENT == 0 ? "INSERT INTO `people` VALUES " : ",");
      dump.append(tuple(people.rows().get(row), SqlText::mysqlString));
      boolean last = row == people.rows().size() - 1;
      dump.append(last || row % TUPLES_PER_STATEMENT == TUPLES_PER_STATEMENT - 1 ? ";\n" : "");
    }
    return dump.append("UNLOCK TABLES;\n-- Dump completed\n").toString();
  }

  /** As pg_dump writes. */
  static String copy(People people) {
    StringBuilder dump = new StringBuilder();
    dump.append("--\n-- PostgreSQL database dump\n--\n\nSET standard_conforming_strings = on;\n");
    dump.append("SELECT pg_catalog.set_config('search_path', '', false);\n\n");
    dump.append(createTable("public.people", people)).append('\n');
    dump.append("COPY public.people (%s) FROM stdin;\n".formatted(names(people)));
    for (List<String> row : people.rows()) {
      dump.append(row.stream().map(SqlText::copied).collect(Collectors.joining("\t"))).append('\n');
    }
    return dump.append("\\.\n\n--\n-- PostgreSQL database dump complete\n--\n").toString();
  }

  /** As {@code pg_dump --inserts --column-inserts} writes. */
  static String postgresInserts(People people) {
    StringBuilder dump = new StringBuilder("SET standard_conforming_strings = on;\n");
    dump.append(createTable("public.people", people));
    for (List<String> row : people.rows()) {
      dump.append("INSERT INTO public.people (%s) VALUES ".formatted(names(people)));
      dump.append(tuple(row, SqlText::standardString)).append(";\n");
    }
    return dump.toString();
  }

  /** As the shell of SQLite writes on {@code .dump}. */
  static String sqlite(People people) {
    StringBuilder dump = new StringBuilder("PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n");
    dump.append(createTable("people", people));
    for (List<String> row : people.rows()) {
      dump.append("INSERT INTO people VALUES").append(tuple(row, SqlText::standardString));
      dump.append(";\n");
    }
    return dump.append("CREATE INDEX k ON people(id_no);\nCOMMIT;\n").toString();
  }

  private static String createTable(String name, People people) {
    return people.columns().stream()
        .map("    %s text"::formatted)
        .collect(Collectors.joining(",\n", "CREATE TABLE %s (\n".formatted(name), "\n);\n"));
  }

  private static String names(People people) {
    return String.join(", ", people.columns());
  }

  private static String tuple(List<String> row, UnaryOperator<String> string) {
    return row.stream()
        .map(value -> value.isEmpty() ? "NULL" : string.apply(value))
        .collect(Collectors.joining(",", "(", ")"));
  }

  private static String mysqlString(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'").replace("\"", "\\\"") + "'";
  }

  private static String standardString(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  private static String copied(String value) {
    return value.isEmpty() ? "\\N" : value.replace("\\", "\\\\").replace("\t", "\\t");
  }
}
