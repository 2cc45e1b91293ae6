package leakcensus.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HanAddressTest {

  @ParameterizedTest
  @CsvSource({
    "北京市海淀区中关村大街27号, true",
    "上海市静安区南京西路一号楼, true",
    "上海市静安区南京西路, false",
    "一号楼上海市静安区南京, false",
    "号码室栋楼幢组单元, false",
    "某某县某某镇某某村三组, true"
  })
  void needsAStreetAndAHouseBehindIt(String text, boolean address) {
    assertThat(PlaceTests.isAddress(SampledValue.of(text))).isEqualTo(address);
  }
}
