package leakcensus.synthetic;

import java.util.List;
import leakcensus.synthetic.RandomStream.Purpose;

/**
 * Names of places and addresses. Provinces are real; cities, counties and roads only sound so,
 * since the code lists hold no names.
 */
final class Places {

  private static final List<String> FIRST =
      List.of(
          "安", "宁", "平", "永", "长", "新", "东", "西", "南", "北", "临", "青", "兴", "泰", "昌", "广", "金", "龙",
          "丰", "吉", "通", "德", "庆", "海", "云", "阳", "清", "文", "武", "江");
  private static final List<String> SECOND =
      List.of(
          "山", "江", "河", "海", "阳", "城", "州", "安", "平", "原", "林", "陵", "川", "泉", "溪", "湖", "港", "丰",
          "源", "化", "远", "明", "康", "定", "和");
  private static final List<String> ROADS =
      List.of(
          "人民路", "解放路", "中山路", "建设路", "新华路", "和平路", "文化路", "胜利路", "光明路", "长江路", "黄河路", "北京路", "幸福路",
          "团结路", "友谊路", "学府路", "滨河路", "迎宾大道", "世纪大道", "东风路", "朝阳路", "育才路", "工业路", "环城路", "西湖路",
          "南京路", "青年路", "府前街", "前进街", "振兴街");
  private static final List<String> KINDS = List.of("县", "区", "区", "市");

  private Places() {}

  /** Province and county of an area code. */
  static String county(int areaCode) {
    Province province = Province.ALL.get(Province.indexOf(areaCode / 10_000));
    return province.name() + countyName(areaCode);
  }

  /** An address from the province down to the flat. */
  static String address(int areaCode, RandomStream random) {
    Province province = Province.ALL.get(Province.indexOf(areaCode / 10_000));
    boolean municipality = province.name().endsWith("市");
    return province.name()
        + (municipality ? "" : cityName(areaCode / 100))
        + countyName(areaCode)
        + random.pick(ROADS)
        + (1 + random.below(400))
        + "号"
        + (1 + random.below(30))
        + "幢"
        + (1 + random.below(4))
        + "单元"
        + (101 + 100 * random.below(18) + random.below(4))
        + "室";
  }

  /** The postal code of an area: the province's first digits are real, the others stand in. */
  static String postalCode(int areaCode) {
    Province province = Province.ALL.get(Province.indexOf(areaCode / 10_000));
    RandomStream random = RandomStream.of(0, Purpose.PLACE, areaCode);
    return province.postalPrefix() + String.valueOf(10_000 + random.below(100) * 100).substring(1);
  }

  private static String cityName(int cityCode) {
    RandomStream random = RandomStream.of(0, Purpose.PLACE, cityCode);
    return random.pick(FIRST) + random.pick(SECOND) + "市";
  }

  private static String countyName(int areaCode) {
    RandomStream random = RandomStream.of(1, Purpose.PLACE, areaCode);
    return random.pick(FIRST) + random.pick(SECOND) + random.pick(KINDS);
  }
}
