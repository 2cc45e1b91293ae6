package leakcensus.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leakcensus.semantic.SemanticType;
import leakcensus.source.DetectedCharset;
import leakcensus.source.RecordFault;
import leakcensus.source.RecordFormat;
import leakcensus.source.TextCharset;
import org.junit.jupiter.api.Test;

class GroupLayoutsTest {

  private static final RecordFormat CSV = new RecordFormat.Delimited(',', '"', List.of());
  private static final RecordFormat LINES = new RecordFormat.JsonLines();

  private final GroupLayouts groups = new GroupLayouts();
  private int files;

  @Test
  void bringsTheSameColumnsTogether() {
    add("a", CSV, "UTF-8", "name", "tel");
    add("b", CSV, "GB18030", "name", "tel");
    add("c", CSV, "UTF-8", "tel", "name");
    add("d", new RecordFormat.Delimited(';', '"', List.of()), "UTF-8", "name", "tel");

    assertThat(groups.groups()).hasSize(3);
    LayoutGroup first = groups.groups().get(0);
    assertThat(first.files()).containsExactly(1, 2);
    assertThat(first.bytes()).isEqualTo(200);
    assertThat(first.charsets()).containsExactly(Map.entry("GB18030", 80), Map.entry("UTF-8", 80));
    assertThat(first.entries()).containsExactly("a", "b");
  }

  @Test
  void bringsDocumentsTogetherThatShareHalfTheirKeys() {
    add("a", LINES, "UTF-8", "name", "tel");
    add("b", LINES, "UTF-8", "name", "mail");
    add("c", LINES, "UTF-8", "id", "amount", "day");

    assertThat(groups.groups()).hasSize(2);
    assertThat(groups.groups().get(0).layout().columns()).containsExactly("name", "tel", "mail");
    List<String> named =
        groups.groups().get(0).sample().profile().stream().map(column -> column.name()).toList();
    assertThat(named).containsExactly("name", "tel", "mail");
    // Of the three columns each file has two, with one value each.
    assertThat(groups.groups().get(0).sample().profile())
        .extracting(column -> column.counts().values())
        .containsExactly(2L, 1L, 1L);
  }

  @Test
  void partsColumnsWithoutNamesThatContradictEachOther() {
    RecordFormat unnamed = new RecordFormat.Delimited(',', '"', Layout.unnamed(2));
    unnamed("a", unnamed, SemanticType.PHONE, SemanticType.OTHER);
    unnamed("b", unnamed, SemanticType.PHONE, SemanticType.EMAIL);
    unnamed("c", unnamed, SemanticType.EMAIL, SemanticType.PHONE);

    assertThat(groups.groups()).hasSize(2);
    assertThat(groups.groups().get(0).files()).containsExactly(1, 2);
  }

  @Test
  void addsUpWhatWasSeen() {
    add(table("", CSV, new RecordsSeen(10, Map.of(RecordFault.BAD_SYNTAX, 2L), 0, 0), "name"), "a");
    add(
        table("", CSV, new RecordsSeen(100, Map.of(RecordFault.BAD_SYNTAX, 1L), 900, 300), "name"),
        "b");

    LayoutGroup group = groups.groups().get(0);
    assertThat(group.records()).isEqualTo(110);
    assertThat(group.estimatedRecords()).isCloseTo(310, within(1e-9));
    assertThat(group.isAll()).isFalse();
    assertThat(group.broken()).containsExactly(Map.entry(RecordFault.BAD_SYNTAX, 3L));
  }

  @Test
  void namesPartsOfAPackedFileOnlyWhereItHasOthers() {
    FileLook one =
        file("one.zip", List.of(table("x/a.csv", CSV, RecordsSeen.none(), "name")), List.of());
    FileLook mixed =
        file(
            "mixed.zip",
            List.of(
                table("x/a.csv", CSV, RecordsSeen.none(), "name"),
                table("y/b.csv", CSV, RecordsSeen.none(), "name"),
                table("c.json", LINES, RecordsSeen.none(), "name")),
            List.of(new PartLeftOut("notes.txt", LeftOut.NO_TABLE, 1)));
    FileLook alike =
        file(
            "alike.zip",
            List.of(
                table("a.csv", CSV, RecordsSeen.none(), "name"),
                table("b.csv", CSV, RecordsSeen.none(), "name"),
                table("c.csv", CSV, RecordsSeen.none(), "other")),
            List.of());
    List.of(one, mixed, alike).forEach(groups::add);

    assertThat(groups.groups().get(0).entries())
        .containsExactly("one.zip", "mixed.zip!/**.csv", "alike.zip!/a.csv", "alike.zip!/b.csv");
    assertThat(groups.groups().get(1).entries()).containsExactly("mixed.zip!/c.json");
  }

  @Test
  void quotesNoNamesInItsOwn() {
    add("ada-13800138000.csv", CSV, "UTF-8", "ada@mail.com");
    FileLook file = file("ada.csv", List.of(), List.of(new PartLeftOut("bo", LeftOut.EMPTY, 2)));

    assertThat(file).hasToString("FileLook[2, 100 bytes]");
    assertThat(file.leftOut().get(0)).hasToString("PartLeftOut[empty, 2]");
    assertThat(groups.groups().get(0).layout()).hasToString("Layout[csv, 1 columns]");
  }

  private void add(String name, RecordFormat format, String charset, String... columns) {
    TableLook table = table("", format, RecordsSeen.none(), columns);
    DetectedCharset found = new DetectedCharset(TextCharset.of(charset).orElseThrow(), 80);
    add(new TableLook("", table.layout(), Optional.of(found), table.seen(), table.sample()), name);
  }

  private void unnamed(String name, RecordFormat format, SemanticType... surely) {
    Layout layout = new Layout(format, Layout.unnamed(surely.length), false, List.of(surely));
    SampleRecords sample = new SampleRecords(Collections.nCopies(surely.length, ""));
    add(new TableLook("", layout, Optional.empty(), RecordsSeen.none(), sample), name);
  }

  private void add(TableLook table, String name) {
    groups.add(file(name, List.of(table), List.of()));
  }

  private FileLook file(String name, List<TableLook> tables, List<PartLeftOut> leftOut) {
    files++;
    return new FileLook(files, name, 100, "none", tables, leftOut);
  }

  private static TableLook table(
      String part, RecordFormat format, RecordsSeen seen, String... columns) {
    List<String> names = List.of(columns);
    SampleRecords sample = new SampleRecords(names);
    List<String> values = new ArrayList<>();
    names.forEach(name -> values.add("value of " + name));
    sample.add(values);
    Layout layout =
        new Layout(format, names, true, Collections.nCopies(names.size(), SemanticType.OTHER));
    return new TableLook(part, layout, Optional.empty(), seen, sample);
  }
}
