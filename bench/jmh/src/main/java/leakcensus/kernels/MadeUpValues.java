package leakcensus.kernels;

import java.util.Random;
import leakcensus.normalise.ResidentId;

/** Values of a made-up register, the same in every run. */
public final class MadeUpValues {

  /** How many there are of each kind: more than fit the nearest cache, as in a leak. */
  public static final int COUNT = 1 << 14;

  private static final String[] SURNAMES = {"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴"};
  private static final String[] GIVEN = {"伟", "芳", "娜", "秀英", "敏", "静", "丽", "强", "磊", "军", "洋", "勇"};

  private MadeUpValues() {}

  /** Names: half of two or three Chinese characters, half Latin with capitals. */
  public static String[] names() {
    Random random = new Random(1);
    String[] names = new String[COUNT];
    for (int i = 0; i < COUNT; i++) {
      names[i] =
          i % 2 == 0
              ? SURNAMES[random.nextInt(SURNAMES.length)] + GIVEN[random.nextInt(GIVEN.length)]
              : "Given%d Family-%d".formatted(random.nextInt(600), random.nextInt(2_000));
    }
    return names;
  }

  /** Mobile numbers of mainland China in three notations. */
  public static String[] phones() {
    Random random = new Random(2);
    String[] phones = new String[COUNT];
    for (int i = 0; i < COUNT; i++) {
      int number = random.nextInt(100_000_000);
      phones[i] =
          switch (i % 3) {
            case 0 -> "139%08d".formatted(number);
            case 1 -> "+86 138 %04d %04d".formatted(number / 10_000, number % 10_000);
            default -> "0086-137%08d".formatted(number);
          };
    }
    return phones;
  }

  /** Resident ids whose check digits are right. */
  public static String[] ids() {
    Random random = new Random(3);
    String[] ids = new String[COUNT];
    for (int i = 0; i < COUNT; i++) {
      ids[i] =
          ResidentId.withCheckDigit(
              "310101%04d%02d%02d%03d"
                  .formatted(
                      1940 + random.nextInt(70),
                      1 + random.nextInt(12),
                      1 + random.nextInt(28),
                      random.nextInt(1_000)));
    }
    return ids;
  }

  /** Dates as they stand in registers. */
  public static String[] dates() {
    Random random = new Random(4);
    String[] dates = new String[COUNT];
    for (int i = 0; i < COUNT; i++) {
      dates[i] =
          "%04d-%02d-%02d"
              .formatted(1940 + random.nextInt(70), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }
    return dates;
  }

  /** E-mail addresses, some with capitals. */
  public static String[] mails() {
    Random random = new Random(5);
    String[] mails = new String[COUNT];
    for (int i = 0; i < COUNT; i++) {
      mails[i] = "%s.%d@example.%s".formatted(i % 4 == 0 ? "P" : "p", random.nextInt(1 << 24), i % 2 == 0 ? "org" : "com");
    }
    return mails;
  }

  /** Records as JSON, one object each. */
  public static char[][] json() {
    return lines(
        "{\"name\":\"%s\",\"sex\":\"M\",\"id_no\":\"%s\",\"birth_date\":\"%s\",\"mobile\":\"%s\",\"address\":\"No. %d, Lane %d\",\"note\":\"-\"}");
  }

  /** The same records as CSV without its header. */
  public static char[][] csv() {
    return lines("%s,M,%s,%s,%s,\"No. %d, Lane %d\",-");
  }

  private static char[][] lines(String layout) {
    String[] names = names();
    String[] phones = phones();
    String[] ids = ids();
    String[] dates = dates();
    char[][] lines = new char[COUNT][];
    for (int i = 0; i < COUNT; i++) {
      lines[i] =
          layout
              .formatted(names[i], ids[i], dates[i], phones[i], i % 97, i % 1_009)
              .toCharArray();
    }
    return lines;
  }
}
