package leakcensus.semantic;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** One person of a made-up table: values that belong together, by kind. */
final class MadeRecord {

  private final String country;
  private final Random random;
  private final int number;
  private final String given;
  private final String family;
  private final LocalDate birth;
  private final boolean male;

  MadeRecord(String country, int number, Random random) {
    this.country = country;
    this.random = random;
    this.number = number;
    this.given = word("given");
    this.family = word("family").replace('-', ' ');
    this.birth = LocalDate.of(1936, 1, 1).plusDays(random.nextInt(70 * 365));
    this.male = random.nextBoolean();
  }

  /** The value of a kind; a kind with a colon names a pool, an id or a pattern. */
  String value(String kind) {
    int colon = kind.indexOf(':');
    String detail = kind.substring(colon + 1);
    return switch (colon < 0 ? kind : kind.substring(0, colon)) {
      case "given" -> given;
      case "family" -> family;
      case "full" -> isHan() ? family + given : given + " " + family;
      case "full-russian" -> family + " " + given + " " + (male ? "Иванович" : "Сергеевна");
      case "full-comma" -> family.toUpperCase(Locale.ROOT) + ", " + given;
      case "pinyin" ->
          new String[] {"Wang Wei", "Li Na", "Zhang Xiao Ming", "Chen Jing", "Liu Yang", "Zhao Li"}
              [random.nextInt(6)];
      case "birth" -> birth.format(DateTimeFormatter.ofPattern(detail));
      case "age" -> Integer.toString(2026 - birth.getYear());
      case "sex" -> detail.split("/")[male ? 0 : 1];
      case "id" -> MadeIds.of(detail, birth.toString(), random);
      case "phone" -> phone(detail);
      case "email" ->
          login()
              + "@"
              + new String[] {"gmail.com", "mail.ru", "qq.com", "web.de", "example.org"}
                  [random.nextInt(5)];
      case "login" -> login();
      case "password" ->
          new String[] {"Pass", "dragon", "Summer!", "qwerty", "love", "S3cret#"}[random.nextInt(6)]
              + random.nextInt(9999);
      case "hex" -> hex(Integer.parseInt(detail));
      case "bcrypt" -> "$2y$10$" + (hex(53)).replace('a', 'Z');
      case "argon2" -> "$argon2id$v=19$m=65536,t=3,p=4$" + hex(22) + "$" + hex(43);
      case "ntlm" -> hex(32) + ":" + hex(32);
      case "address" -> address();
      case "house" -> Integer.toString(1 + random.nextInt(random.nextInt(400) + 1));
      case "postal" -> postal();
      case "pool" -> MadeWords.of(detail, random).replace('-', ' ');
      case "city", "region" -> word(kind).replace('-', ' ');
      case "passport" -> "E" + MadeIds.digits(random, 8);
      case "ip" ->
          "%d.%d.%d.%d"
              .formatted(
                  1 + random.nextInt(223),
                  random.nextInt(256),
                  random.nextInt(256),
                  random.nextInt(256));
      case "mac" -> hex(12).replaceAll("(..)(?!$)", "$1:");
      case "imsi" -> "46000" + MadeIds.digits(random, 10);
      case "latitude" -> String.format(Locale.ROOT, "%.6f", random.nextDouble() * 120 - 60);
      case "latlon" ->
          String.format(
              Locale.ROOT, "%.5f,%.5f", random.nextDouble() * 50, random.nextDouble() * 120);
      case "plate" ->
          "京沪粤苏浙".charAt(random.nextInt(5))
              + "ABCDE".substring(0, 1 + random.nextInt(1))
              + MadeIds.digits(random, 5);
      case "photo" -> "/upload/" + hex(8) + ".jpg";
      case "sequence" -> detail.replace("#", Integer.toString(1000 + number));
      case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
      case "moment" ->
          "20%02d-%02d-%02d %02d:%02d:%02d"
              .formatted(
                  12 + random.nextInt(12),
                  1 + random.nextInt(12),
                  1 + random.nextInt(28),
                  random.nextInt(24),
                  random.nextInt(60),
                  random.nextInt(60));
      case "recent" ->
          LocalDate.of(2018, 1, 1)
              .plusDays(random.nextInt(1800))
              .format(DateTimeFormatter.ofPattern(detail));
      case "epoch" -> Long.toString(1_400_000_000L + random.nextInt(250_000_000));
      case "amount" -> String.format(Locale.ROOT, "%.2f", random.nextDouble() * 5000);
      case "flag" -> random.nextInt(4) == 0 ? "1" : "0";
      default -> throw new IllegalStateException("Unknown kind: " + kind);
    };
  }

  private String phone(String form) {
    StringBuilder text = new StringBuilder();
    for (char character : form.toCharArray()) {
      text.append(
          character == '#'
              ? (char) ('0' + random.nextInt(10))
              : character == '%' ? (char) ('2' + random.nextInt(8)) : character);
    }
    return text.toString();
  }

  private String login() {
    String name =
        Normalizer.normalize(
            isLatin() ? given + "." + family : "user" + hex(3), Normalizer.Form.NFD);
    String plain = name.replaceAll("[^A-Za-z0-9.]", "").toLowerCase(Locale.ROOT);
    return (random.nextBoolean() ? plain : plain.replace(".", ""))
        + (random.nextInt(3) > 0 ? Integer.toString(random.nextInt(99)) : "");
  }

  private String address() {
    int house = 1 + random.nextInt(200);
    return switch (country) {
      case "CN" ->
          MadeWords.of("city-CN", random)
              + "朝阳人民解放中山".substring(random.nextInt(3), 4 + random.nextInt(3))
              + "路"
              + house
              + "号"
              + (1 + random.nextInt(20))
              + "栋";
      case "TW" -> MadeWords.of("city-TW", random) + "中正路" + house + "號" + random.nextInt(9) + "樓";
      case "DE" ->
          new String[] {"Hauptstraße", "Gartenweg", "Schillerplatz", "Am Anger", "Lindenallee"}
                  [random.nextInt(5)]
              + " "
              + house;
      case "FR" ->
          house
              + " "
              + new String[] {
                    "rue de la Paix", "avenue Foch", "boulevard Voltaire", "chemin des Vignes"
                  }
                  [random.nextInt(4)];
      case "ES" -> "Calle " + family + ", " + house;
      case "IT" -> "Via " + family + ", " + house;
      case "PT" -> "Rua " + family + ", " + house;
      case "NL" ->
          new String[] {"Kerkstraat", "Dorpsweg", "Prinsengracht", "Molenlaan"}[random.nextInt(4)]
              + " "
              + house;
      case "PL" -> "ul. " + family + "a " + house;
      case "SE" ->
          new String[] {"Storgatan", "Kungsvägen", "Ringvägen"}[random.nextInt(3)] + " " + house;
      case "RU" -> "ул. Ленина, д. " + house + ", кв. " + (1 + random.nextInt(90));
      case "IN" -> house + ", Gandhi Nagar, " + MadeWords.of("city-IN", random);
      default ->
          house
              + " "
              + family
              + " "
              + new String[] {"Street", "Rd", "Avenue", "Lane", "Close", "Dr"}[random.nextInt(6)];
    };
  }

  private String postal() {
    return switch (country) {
      case "CN", "RU", "IN" -> (1 + random.nextInt(8)) + MadeIds.digits(random, 5);
      case "GB" ->
          new String[] {"SW", "LS", "M", "B", "EH"}[random.nextInt(5)]
              + (1 + random.nextInt(20))
              + " "
              + random.nextInt(10)
              + "AB";
      case "AU" -> Integer.toString(2000 + random.nextInt(5999));
      case "NL" -> (1000 + random.nextInt(8999)) + " " + MadeIds.letters(random, 2);
      case "PT" -> MadeIds.digits(random, 5) + "-" + MadeIds.digits(random, 3);
      case "PL" -> MadeIds.digits(random, 2) + "-" + MadeIds.digits(random, 3);
      case "SE" -> "1" + MadeIds.digits(random, 2) + " " + MadeIds.digits(random, 2);
      default -> MadeIds.digits(random, 5);
    };
  }

  private String hex(int count) {
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < count; index++) {
      text.append(Character.forDigit(random.nextInt(16), 16));
    }
    return text.toString();
  }

  private String word(String list) {
    return MadeWords.of(list + "-" + country, random);
  }

  private boolean isHan() {
    return country.equals("CN") || country.equals("TW") || country.equals("KR");
  }

  private boolean isLatin() {
    return !isHan() && !country.equals("RU");
  }
}
