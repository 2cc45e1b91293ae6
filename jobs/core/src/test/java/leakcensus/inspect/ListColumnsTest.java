package leakcensus.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import leakcensus.source.RecordFormat;
import org.junit.jupiter.api.Test;

class ListColumnsTest {

  @Test
  void listsThePathsOfLinesInTheOrderInWhichTheyCome() {
    String head =
        """
        {"a":1,"b":{"c":"x","d":[1,2]},"e":[{"f":1},{"g":2}]}
        {"a":2,"h":null}
        broken {
        {"b":{"i":true}}
        {"cut":"of""";
    // The key of a value that is cut off is a key all the same.

    assertThat(ListColumns.of(new RecordFormat.JsonLines(), head))
        .containsExactly("a", "b.c", "b.d", "e.f", "e.g", "h", "b.i", "cut");
  }

  @Test
  void takesWhatMongoWrapsForTheValueOfTheKeyAbove() {
    String head =
        "{\"_id\":{\"$oid\":\"5f\"},\"born\":{\"$date\":{\"$numberLong\":\"0\"}},\"n\":{\"$numberInt\":\"1\"}}";

    assertThat(ListColumns.of(new RecordFormat.JsonLines(), head))
        .containsExactly("_id", "born", "n");
  }

  @Test
  void beginsBehindThePathToWrappedRecords() {
    String head =
        "{\"took\":1,\"hits\":{\"total\":2,\"hits\":[{\"_id\":1,\"_source\":{\"name\":\"x\"}},{\"_source\":{\"tel\":1}}]}}";

    assertThat(ListColumns.of(new RecordFormat.Json("hits.hits"), head))
        .containsExactly("_id", "_source.name", "_source.tel");
  }

  @Test
  void listsThePathsOfDocumentsUpToTheCut() {
    assertThat(ListColumns.of(new RecordFormat.Json(""), "[{\"a\":1},\n {\"b\":2},\n {\"c\""))
        .containsExactly("a", "b");
  }

  @Test
  void leavesActionsOfABulkOutAndReadsIntoUpdates() {
    String head =
        """
        {"index":{"_index":"u","_id":"1"}}
        {"name":"x","tel":"1"}
        {"update":{"_id":"1","routing":"r"}}
        {"doc":{"tel":"2","email":"m"}}
        """;

    assertThat(ListColumns.of(new RecordFormat.ElasticsearchBulk(), head))
        .containsExactly("name", "tel", "email");
  }

  @Test
  void leavesOutKeysThatAreValuesOrThatNoPathReaches() {
    String head =
        "{\"13800138000\":{\"name\":\"x\"},\"ada@mail.com\":1,\"a.b\":2,\"fine\":{\"x.y\":1,\"z\":2}}";

    assertThat(ListColumns.of(new RecordFormat.JsonLines(), head)).containsExactly("fine.z");
  }

  @Test
  void leavesOutKeysThatComeOnceInManyRecords() {
    StringBuilder head = new StringBuilder();
    for (int number = 0; number < 30; number++) {
      String person = "Ada " + (char) ('A' + number % 26) + "yron" + (number < 26 ? "" : "s");
      head.append("{\"by_name\":{\"%s\":1},\"day\":2,\"note\":%d}\n".formatted(person, number));
    }

    assertThat(ListColumns.of(new RecordFormat.JsonLines(), head.toString()))
        .containsExactly("day", "note");
  }

  @Test
  void namesTheColumnsOfDelimitedText() {
    assertThat(
            ListColumns.of(
                new RecordFormat.Delimited(';', '"', List.of()), "\nname;\"tel;no\";x\n1;2;3\n"))
        .containsExactly("name", "tel;no", "x");
    assertThat(
            ListColumns.of(
                new RecordFormat.Delimited(',', '"', Layout.unnamed(2)), "Ada,1\nBo,2\n"))
        .containsExactly("column1", "column2");
  }

  @Test
  void knowsNoColumnsOfBinaryFormats() {
    assertThatThrownBy(() -> ListColumns.of(new RecordFormat.ParquetRows(), ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot list the columns of parquet by its first characters");
  }
}
