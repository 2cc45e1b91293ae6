package leakcensus.benchmark;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Made-up records of a register, always the same: twelve columns, of which a census takes six.
 *
 * <p>Every tenth record is in Chinese characters, as are names and addresses of a register of that
 * kind; of the others one address in four holds the delimiter and so stands in quotes.
 */
final class MadeUpRecords {

  /** All columns. */
  static final List<String> COLUMNS =
      List.of(
          "id",
          "name",
          "gender",
          "id_number",
          "birthday",
          "mobile",
          "email",
          "province",
          "address",
          "remark",
          "status",
          "updated_at");

  /** Those that a census takes. */
  static final List<String> TAKEN =
      List.of("name", "id_number", "birthday", "mobile", "email", "address");

  /** Most characters of the values of each column. */
  static final List<Integer> WIDTHS = List.of(8, 24, 1, 18, 10, 11, 40, 12, 48, 40, 8, 20);

  private static final long SEED = 2022;
  private static final String[] GIVEN = {
    "Ada", "Bjorn", "Chiara", "Dmitri", "Elena", "Farid", "Grace", "Hiroshi", "Ines", "Jomo"
  };
  private static final String[] FAMILY = {
    "Andersen", "Baptista", "Castellano", "Dimitrova", "Eriksson", "Fernandes", "Garcia", "Haddad"
  };
  private static final String[] STREETS = {
    "Long Meadow Road", "Station Street", "Harbour Lane", "King George Avenue", "Mill Hill"
  };
  private static final String[] HAN_FAMILY = {"王", "李", "张", "刘", "陈", "杨", "赵", "黄"};
  private static final String[] HAN_GIVEN = {"伟", "秀英", "娜", "敏", "静", "丽", "强", "建国"};
  private static final String[] HAN_PLACES = {"朝阳区建国路", "浦东新区世纪大道", "天河区体育西路"};
  private static final int HAN_EVERY = 10;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private long next;

  /** The values of the next record, in the order of the columns. */
  String[] next() {
    long id = 1_000_000 + next++;
    boolean han = next % HAN_EVERY == 0;
    String given = pick(han ? HAN_GIVEN : GIVEN);
    String family = pick(han ? HAN_FAMILY : FAMILY);
    String day = "%04d-%02d-%02d".formatted(1_940 + number(70), 1 + number(12), 1 + number(28));
    return new String[] {
      Long.toString(id),
      han ? family + given : given + " " + family,
      number(2) == 0 ? "F" : "M",
      "%06d%s%04d".formatted(110_000 + number(500_000), day.replace("-", ""), number(10_000)),
      day,
      "13%09d".formatted(number(1_000_000_000)),
      (han ? "user" : given) + number(100_000_000) + "@mail" + number(9) + ".example",
      "province-" + number(34),
      address(han),
      "imported from the old register, checked",
      "active",
      "2022-%02d-%02dT10:20:30Z".formatted(1 + number(12), 1 + number(28))
    };
  }

  private String address(boolean han) {
    int house = 1 + number(900);
    if (han) {
      return pick(HAN_PLACES) + house + "号";
    }
    String street = house + " " + pick(STREETS);
    return number(4) == 0 ? street + ", flat " + number(40) : street;
  }

  private String pick(String[] texts) {
    return texts[number(texts.length)];
  }

  private int number(int bound) {
    return random.nextInt(bound);
  }
}
