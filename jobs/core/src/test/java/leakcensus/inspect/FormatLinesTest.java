package leakcensus.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import leakcensus.semantic.ColumnProfile;
import leakcensus.semantic.ProfileColumn;
import leakcensus.semantic.ProposeType;
import leakcensus.source.DelimitedOptions;
import leakcensus.source.DelimitedOptions.LineBreaks;
import leakcensus.source.DelimitedOptions.RaggedRows;
import leakcensus.source.RecordFormat;
import leakcensus.source.Source;
import leakcensus.source.SqlOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormatLinesTest {

  @ParameterizedTest
  @MethodSource("formats")
  void isReadBackAsItWas(RecordFormat format) {
    ProfileColumn mail = new ProfileColumn("email");
    for (int number = 0; number < 50; number++) {
      mail.add("u%d@example.org".formatted(number));
    }
    List<ColumnProfile> columns = List.of(mail.profile());

    Source source =
        new ProposeSource("mails", format, Optional.of("GB18030"), List.of("a b.x", "c\"d.x"))
            .draft(ProposeType.of(columns))
            .read();

    assertThat(source.format()).isEqualTo(format);
    assertThat(source.charsetName()).isEqualTo("GB18030");
    assertThat(source.files()).hasSize(2).last().asString().endsWith("c\"d.x");
  }

  static Stream<RecordFormat> formats() {
    return Stream.of(
        new RecordFormat.JsonLines(),
        new RecordFormat.Json(""),
        new RecordFormat.Json("hits.hits"),
        new RecordFormat.ElasticsearchBulk(),
        new RecordFormat.Delimited(',', '"', List.of()),
        new RecordFormat.Delimited('\t', '"', Layout.unnamed(3)),
        new RecordFormat.Delimited(';', '\'', List.of()),
        new RecordFormat.Delimited('\u0001', '"', Layout.unnamed(2)),
        new RecordFormat.Delimited(
            ',',
            DelimitedOptions.NO_CHARACTER,
            List.of(),
            new DelimitedOptions('\\', LineBreaks.IN_FIELDS, RaggedRows.KEPT)),
        new RecordFormat.Sql(
            new SqlOptions("db.users", SqlOptions.Backslashes.AS_THE_DUMP_SAYS, List.of())),
        new RecordFormat.Sql(SqlOptions.allTables()));
  }
}
