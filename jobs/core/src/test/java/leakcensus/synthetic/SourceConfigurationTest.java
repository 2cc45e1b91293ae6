package leakcensus.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceConfigurationTest {

  private final String text = SourceConfiguration.text(Leaks.noisy(10));
  private final Config sources = ConfigFactory.parseString(text).getConfig("leak-census.sources");

  @Test
  void mapsOneSlotByFields() {
    Config parcels = sources.getConfig("parcels");

    assertThat(parcels.getStringList("files")).containsExactly("parcels/*.csv");
    assertThat(parcels.getString("format")).isEqualTo("csv");
    assertThat(parcels.getString("charset")).isEqualTo("UTF-8");
    assertThat(parcels.getStringList("fields.full-name")).containsExactly("name");
    assertThat(parcels.getStringList("fields.postal-code")).containsExactly("postcode");
    assertThat(parcels.getStringList("other")).isEqualTo(List.of("note", "amount", "ordered_at"));
  }

  @Test
  void mapsTwoSlotsOfAnElasticsearchExport() {
    Config reports = sources.getConfig("reports");

    assertThat(reports.getString("format")).isEqualTo("json-lines");
    assertThat(reports.getStringList("slots.reporter.phone"))
        .containsExactly("_source.reporter_phone");
    assertThat(reports.getStringList("slots.suspect.national-id"))
        .containsExactly("_source.suspect_id");
    assertThat(reports.hasPath("fields")).isFalse();
  }

  @Test
  void keepsTheTruthToItself() {
    assertThat(text).doesNotContain("true_entity");
  }
}
