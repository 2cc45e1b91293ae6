package leakcensus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import leakcensus.normalise.DateOrder;
import leakcensus.normalise.NationalIdRule;
import leakcensus.normalise.NormaliseSettings;
import leakcensus.person.PersonField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {

  private static final NormaliseSettings RULES =
      new NormaliseSettings("CN", NationalIdRule.CN_RESIDENT_ID, DateOrder.DAY_FIRST);
  private static final Slot HOLDER =
      Slot.of("holder", Map.of(PersonField.PHONE, List.of("mobile", "tel")));

  @Test
  void readsEachColumnOnce() {
    Slot suspect =
        Slot.of(
            "suspect",
            Map.of(PersonField.FULL_NAME, List.of("name"), PersonField.PHONE, List.of("tel")));

    Source source = source(List.of(HOLDER, suspect), List.of("note", "name", "note2"), "UTF-8");

    assertThat(source.columns()).containsExactly("mobile", "tel", "name", "note", "note2");
    assertThat(source.withOther(List.of()).columns()).containsExactly("mobile", "tel", "name");
  }

  @Test
  void givesProfiledColumnsBitsBehindThoseOfTheFields() {
    assertThat(Source.otherBit(0)).isEqualTo(PersonField.COUNT);
    assertThat(Source.otherBit(Source.MAX_OTHER - 1)).isEqualTo(62);
  }

  @Test
  void leavesOutItsFilesAndNothingElse() {
    Source source = source(List.of(HOLDER), List.of("note"), "UTF-8");

    assertThat(source.withoutFiles())
        .usingRecursiveComparison()
        .ignoringFields("files")
        .isEqualTo(source);
    assertThat(source.withoutFiles().files()).containsExactly("-");
  }

  @ParameterizedTest
  @CsvSource({
    "utf8, UTF-8",
    "gb18030, GB18030",
    "gbk, GBK",
    "ascii, US-ASCII",
    "latin1, ISO-8859-1"
  })
  void takesCharsetsByAnyOfTheirNames(String name, String canonical) {
    assertThat(source(List.of(HOLDER), List.of(), name).charsetName()).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-7", "EBCDIC", "no charset"})
  void refusesCharsetsThatCannotBeCutIntoLines(String name) {
    assertThatThrownBy(() -> source(List.of(HOLDER), List.of(), name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            ("Unknown charset: %s (must be detect, or one of docs/configuration.md such as UTF-8,"
                    + " GB18030 or UTF-16LE)")
                .formatted(name));
  }

  @Test
  void refusesWhatCannotBeRead() {
    List<String> many = IntStream.range(0, 51).mapToObj(i -> "c" + i).toList();

    assertThatThrownBy(() -> source(List.of(HOLDER), many, "UTF-8"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid other: 51 columns (must be at most 50)");
    assertThatThrownBy(() -> source(List.of(), List.of(), "UTF-8"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid slots: 0 (must be 1 to 16)");
    assertThatThrownBy(() -> source(Collections.nCopies(17, HOLDER), List.of(), "UTF-8"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid slots: 17 (must be 1 to 16)");
    assertThatThrownBy(
            () ->
                new Source(
                    "persons",
                    List.of(),
                    new RecordFormat.JsonLines(),
                    "UTF-8",
                    List.of(HOLDER),
                    List.of(),
                    RULES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Missing files: name at least one file or folder");
  }

  @Test
  void refusesASlotWithoutFieldsOrAFieldWithoutColumns() {
    assertThatThrownBy(() -> Slot.of("suspect", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Missing fields of slot suspect: map one");
    assertThatThrownBy(() -> Slot.of("suspect", Map.of(PersonField.BIRTH_DATE, List.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Missing columns of field birth-date in slot suspect: name one");
    assertThatThrownBy(() -> new JoinedColumns(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Missing columns to join: name at least one");
  }

  @Test
  void namesFormatsAndRefusesDelimitersThatCannotWork() {
    assertThat(new RecordFormat.JsonLines().key()).isEqualTo("json-lines");
    assertThat(new RecordFormat.ParquetRows().key()).isEqualTo("parquet");
    assertThat(delimited(',', '"').key()).isEqualTo("csv");
    assertThat(delimited('\t', '"').key()).isEqualTo("tsv");
    assertThat(delimited(',', '"').hasHeader()).isTrue();
    assertThat(new RecordFormat.Delimited(',', '"', List.of("a")).hasHeader()).isFalse();
    assertThatThrownBy(() -> delimited('|', '|'))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid delimiter: the same character as quote");
    assertThatThrownBy(() -> delimited('\n', '"'))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid delimiter or quote: a line end");
    assertThatThrownBy(() -> delimited(',', '\r'))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid delimiter or quote: a line end");
  }

  private static RecordFormat.Delimited delimited(char delimiter, char quote) {
    return new RecordFormat.Delimited(delimiter, quote, List.of());
  }

  private static Source source(List<Slot> slots, List<String> other, String charset) {
    return new Source(
        "persons",
        List.of("persons.jsonl"),
        new RecordFormat.JsonLines(),
        charset,
        slots,
        other,
        RULES);
  }
}
