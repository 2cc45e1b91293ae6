package leakcensus.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Analytical Engines Ltd.",
        "Analytical Engines Co., Ltd",
        "Engines, Inc.",
        "Engines L.L.C.",
        "Babbage & Söhne GmbH & Co. KG",
        "Maschinenbau AG",
        "Motori S.p.A.",
        "Motori S.r.l.",
        "Motores del Sur S.A.",
        "Motores S.A. de C.V.",
        "Stroje s.r.o.",
        "Maszyny Sp. z o.o.",
        "Machines B.V. Nederland NV",
        "Maskiner A/S",
        "ООО «Ромашка»",
        "ОАО Машины",
        "Công ty Máy",
        "差分机有限公司",
        "上海差分机 股份有限公司",
        "差分集团公司",
        "株式会社差分機関",
        "差分機関株式会社",
        "Engine University"
      })
  void tellsAnOrganisationByItsForm(String name) {
    assertThat(OrganisationName.is(normal(name))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Ltd",
        "Limited",
        "Ada Lovelace",
        "Ana Maria Sa",
        "Ana de Sa",
        "J. Garcia S. A.",
        "Garcia S. A.",
        "Smith A. G.",
        "Smith, B.V.",
        "Tiffany Co",
        "Peter Bank",
        "Charlotte Church",
        "John Company Smith",
        "Ooo Aye",
        "Иванов Иван ООО",
        "ООО",
        "李公司",
        "公司",
        "王伟",
        "欧阳银行",
        "Linc Lincoln",
        "Corp",
        "Ag Grossmann"
      })
  void holdsNobodyForAnOrganisationWhoMayBeAPerson(String name) {
    assertThat(OrganisationName.is(normal(name))).isFalse();
  }

  private static String normal(String name) {
    return TextNormaliser.name().normalise(new RawValue(name)).normal();
  }
}
