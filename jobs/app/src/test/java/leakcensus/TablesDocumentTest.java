package leakcensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import leakcensus.spark.table.AssignmentTable;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.ReviewTable;
import leakcensus.spark.table.SimulationTable;
import leakcensus.spark.table.SummaryColumn;
import org.junit.jupiter.api.Test;

/** docs/tables.md is what the code says of its tables. */
class TablesDocumentTest {

  private static final Path DOCUMENT = Path.of("../../docs/tables.md");
  private static final String MARKER = "<!-- What follows is written by TablesDocumentTest. -->\n";
  private static final String REFRESH =
      "mvn -B test -pl jobs/app -am -Dtest=TablesDocumentTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dtables.refresh=true";

  @Test
  void describesEveryPublishedTableAsTheCodeDoes() throws IOException {
    String document = Files.readString(DOCUMENT);
    String head = document.substring(0, document.indexOf(MARKER) + MARKER.length());
    String current = head + TableDocument.markdown(CensusTables.all());
    if (Boolean.getBoolean("tables.refresh")) {
      Files.writeString(DOCUMENT, current);
    }

    assertThat(Files.readString(DOCUMENT))
        .as("docs/tables.md is stale; write it anew by: " + REFRESH)
        .isEqualTo(current);
  }

  @Test
  void namesEveryColumnOfTheAssignments() throws IOException {
    String document = Files.readString(DOCUMENT);

    for (String column : AssignmentTable.SCHEMA.columns().fieldNames()) {
      assertThat(document).contains("| `" + column + "` |");
    }
  }

  @Test
  void namesEveryColumnOfThePairsForReview() throws IOException {
    String document = Files.readString(DOCUMENT);

    for (SummaryColumn column : ReviewTable.TABLE.columns()) {
      assertThat(document)
          .contains("| `%s` | `%s` |".formatted(column.name(), column.type().sqlName()));
    }
  }

  @Test
  void describesTheTableOfSimulationsAsTheCodeDoes() throws IOException {
    String document = Files.readString(DOCUMENT);

    for (SummaryColumn column : SimulationTable.TABLE.columns()) {
      assertThat(document)
          .contains(
              "| `%s` | `%s` | %s |"
                  .formatted(column.name(), column.type().sqlName(), column.meaning()));
    }
  }
}
