package leakcensus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectCharsetTest {

  private static final String CHINESE =
      "姓名,住址,电话\n张伟,北京市朝阳区建国路八十八号,13900000001\n王芳,上海市浦东新区世纪大道一百号,13900000002\n李娜,广东省广州市天河区体育西路九号,13900000003\n刘强,四川省成都市武侯区人民南路四段,13900000004\n";
  private static final String TAIWANESE =
      "姓名,地址\n陳淑芬,臺北市中正區重慶南路一段一百二十二號\n林志明,高雄市苓雅區四維三路二號\n黃美玲,臺中市西屯區臺灣大道三段九十九號\n";
  private static final String JAPANESE =
      "氏名,住所\n佐藤さくら,とうきょうと千代田区かすみがせき一丁目のビル\n鈴木たろう,おおさか府大阪市きた区うめだの三番地です\n高橋はなこ,きょうと市左京区よしだの本町にあります\n";
  private static final String KOREAN =
      "이름,주소\n김민수,서울특별시 종로구 세종대로 이백구\n이영희,부산광역시 해운대구 센텀중앙로 구십칠\n박지훈,대구광역시 중구 공평로 팔십팔\n";
  private static final String RUSSIAN =
      "имя,адрес\nИванов Сергей,город Москва улица Тверская дом семь квартира двенадцать\nПетрова Анна,город Казань улица Баумана дом тридцать\nСмирнов Олег,город Пермь улица Ленина дом сорок\n";
  private static final String GERMAN =
      "Name,Straße,Ort\nJürgen Müller,Größtenstraße 5,Köln\nKäthe Schäfer,Über der Brücke 7,Nürnberg\nBjörn Weiß,Schöne Aussicht 9,Düsseldorf\n";

  @ParameterizedTest
  @CsvSource({
    "GB18030, CHINESE",
    "Big5, TAIWANESE",
    "Shift_JIS, JAPANESE",
    "EUC-JP, JAPANESE",
    "EUC-KR, KOREAN",
    "windows-1251, RUSSIAN",
    "KOI8-R, RUSSIAN"
  })
  void findsTheCharsetOfATextByItsBytes(String name, String text) {
    DetectedCharset found = DetectCharset.of(text(text).getBytes(Charset.forName(name)));

    assertThat(found.charset()).hasToString(name);
    assertThat(found.confidencePercent()).isBetween(10, 100);
  }

  @ParameterizedTest
  @CsvSource({
    "GB18030, 王伟,李娜",
    "Big5, 陳淑芬,林志明",
    "EUC-KR, 김민수,이영희",
    "windows-1251, Иванов Сергей,Петрова Анна",
    "KOI8-R, Иванов Сергей,Петрова Анна"
  })
  void findsTheCharsetOfATableOfFewNames(String name, String one, String other) {
    StringBuilder table = new StringBuilder("name,tel,mail\n");
    for (int row = 0; row < 30; row++) {
      String person = row % 3 == 0 ? one : row % 3 == 1 ? "Ann Miller" : other;
      table.append("%s,1390000%04d,u%d@example.org\n".formatted(person, row, row));
    }

    assertThat(DetectCharset.of(table.toString().getBytes(Charset.forName(name))).charset())
        .hasToString(name);
  }

  @Test
  void readsWesternTextAsWasWritten() {
    byte[] bytes = GERMAN.getBytes(Charset.forName("windows-1252"));

    DetectedCharset found = DetectCharset.of(bytes);

    assertThat(new String(bytes, found.charset().charset())).isEqualTo(GERMAN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "GB18030"})
  void believesAByteOrderMark(String name) {
    DetectedCharset found = DetectCharset.of(("\uFEFF" + CHINESE).getBytes(Charset.forName(name)));

    assertThat(found)
        .hasToString("DetectedCharset[charset=%s, confidencePercent=100]".formatted(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void findsPairsOfBytesWithoutAMark(String name) {
    assertThat(DetectCharset.of(GERMAN.getBytes(Charset.forName(name))).charset())
        .hasToString(name);
  }

  @Test
  void takesUtf8WhereverTheHeadIsCut() {
    byte[] bytes = CHINESE.getBytes(StandardCharsets.UTF_8);
    for (int length = 1; length < 60; length++) {
      assertThat(DetectCharset.of(Arrays.copyOf(bytes, length)).charset())
          .as("%d bytes", length)
          .hasToString("UTF-8");
    }
  }

  @Test
  void takesUtf8ThoughAFewRecordsAreBroken() {
    byte[] bytes = CHINESE.repeat(3).getBytes(StandardCharsets.UTF_8);
    for (int broken = 60; broken < bytes.length; broken += 200) {
      bytes[broken] = (byte) 0xFF;
    }

    DetectedCharset found = DetectCharset.of(bytes);

    assertThat(found.charset()).hasToString("UTF-8");
    assertThat(found.confidencePercent()).isBetween(90, 99);
  }

  @Test
  void isNotSureOfBytesThatAreNoText() {
    assertThat(DetectCharset.of(new byte[0]).charset()).hasToString("UTF-8");
    byte[] noise = new byte[4_096];
    new Random(1).nextBytes(noise);
    assertThat(DetectCharset.of(noise).confidencePercent()).isLessThan(50);
  }

  @Test
  void refusesAConfidenceThatIsNone() {
    assertThatThrownBy(() -> new DetectedCharset(TextCharset.of("UTF-8").orElseThrow(), 101))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid confidence of charset UTF-8: 101 (must be 0 to 100 percent)");
  }

  private static String text(String name) {
    return switch (name) {
      case "CHINESE" -> CHINESE;
      case "TAIWANESE" -> TAIWANESE;
      case "JAPANESE" -> JAPANESE;
      case "KOREAN" -> KOREAN;
      default -> RUSSIAN;
    };
  }
}
