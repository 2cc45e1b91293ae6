package leakcensus.synthetic;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What the columns that belong to no person field say. */
final class OtherColumns {

  /** Every time column ends so; a near duplicate moves it. */
  static final String TIME_SUFFIX = "_at";

  private static final int DAY_SECONDS = 86_400;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final LocalDate LAST_DAY = LocalDate.of(2019, 12, 31);
  private static final LocalDate FIRST_CASE = LocalDate.of(1998, 1, 1);
  private static final LocalDate FIRST_DELIVERY = LocalDate.of(2014, 1, 1);
  private static final LocalDate FIRST_UPDATE = LocalDate.of(2010, 1, 1);

  /** Share of Han in the census of 2020: 91.1 %. */
  private static final double HAN_RATIO = 0.911;

  private static final List<String> OTHER_ETHNICITIES =
      List.of("壮族", "维吾尔族", "回族", "苗族", "满族", "彝族", "土家族", "藏族", "蒙古族", "侗族");
  private static final List<String> EDUCATION =
      List.of("小学", "小学", "初中", "初中", "初中", "高中", "大专", "本科", "研究生");
  private static final List<String> MARITAL_STATUS = List.of("未婚", "已婚", "已婚", "已婚", "离异", "丧偶");
  private static final List<String> NOTES =
      List.of(
          "放门口",
          "易碎, 轻放",
          "电话联系后送",
          "\"加急\"件",
          "到付, 请带零钱",
          "工作日送货",
          "放驿站; 不要放门卫",
          "周末送, \"勿折\"",
          "家中有狗\\小心",
          "无");
  private static final List<String> CASE_TYPES =
      List.of("盗窃", "诈骗", "纠纷", "交通事故", "噪音扰民", "走失", "斗殴", "遗失物品");
  private static final List<String> DESCRIPTIONS =
      List.of(
          "报警人称手机被盗, 现场无监控",
          "报警人称接到\"客服\"电话后转账",
          "邻里因停车位发生口角, 已调解",
          "两车追尾, 无人员受伤",
          "夜间施工噪音, 已要求停工",
          "老人外出未归, 家属报警",
          "饭店门口有人斗殴, 已带回询问",
          "出租车上遗失钱包一只");

  private OtherColumns() {}

  static String text(String column, RandomStream random) {
    return switch (column) {
      case "ethnicity" -> random.chance(HAN_RATIO) ? "汉族" : random.pick(OTHER_ETHNICITIES);
      case "education" -> random.pick(EDUCATION);
      case "marital_status" -> random.pick(MARITAL_STATUS);
      case "updated_at" -> time(FIRST_UPDATE, random);
      case "note" -> random.pick(NOTES);
      case "amount" -> Integer.toString(1 + random.below(2_000));
      case "ordered_at" -> time(FIRST_DELIVERY, random);
      case "case_no" -> "A" + (100_000_000_000_000L + random.below(900_000_000_000_000L));
      case "case_type" -> random.pick(CASE_TYPES);
      case "description" -> random.pick(DESCRIPTIONS);
      case "reported_at" -> time(FIRST_CASE, random);
      default -> throw new IllegalStateException("Unknown column: " + column);
    };
  }

  /** A time up to one day after another. */
  static String later(String time, RandomStream random) {
    return TIME.format(LocalDateTime.parse(time, TIME).plusSeconds(1L + random.below(DAY_SECONDS)));
  }

  private static String time(LocalDate first, RandomStream random) {
    int days = (int) (LAST_DAY.toEpochDay() - first.toEpochDay());
    LocalDate day = first.plusDays(random.below(days));
    int second = random.below(DAY_SECONDS);
    return day
        + " "
        + twoDigits(second / 3_600)
        + ":"
        + twoDigits(second / 60 % 60)
        + ":"
        + twoDigits(second % 60);
  }

  private static String twoDigits(int number) {
    return Integer.toString(100 + number).substring(1);
  }
}
