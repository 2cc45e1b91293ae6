package leakcensus.spark.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import leakcensus.pseudonym.CmacBatch;
import leakcensus.pseudonym.TokenKey;
import org.junit.jupiter.api.Test;

class RecordTextsTest {

  private static final TokenKey KEY =
      TokenKey.of("0123456789abcdef".getBytes(StandardCharsets.US_ASCII));

  private final CmacBatch batch = new CmacBatch(KEY);
  private final RecordTexts texts = new RecordTexts(batch);

  @Test
  void writesEachTextHoweverOftenItComes() {
    List<String> several = new ArrayList<>(List.of("short", "上海市浦东新区", "a longer text"));
    IntStream.range(0, 50).forEach(number -> several.add("the text of number " + number));

    List<Integer> messages = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      several.forEach(text -> messages.add(texts.message(text)));
    }

    assertTokens(messages, several);
  }

  @Test
  void makesOneMessageOfOneString() {
    String text = "a longer text";
    int first = texts.message(text);
    int other = texts.message("another");

    assertThat(texts.message(text)).isEqualTo(first).isNotEqualTo(other);
    assertThat(batch.messageBytes()).isEqualTo(32);
  }

  @Test
  void makesNoMessageOfNoText() {
    assertThat(texts.message("")).isEqualTo(RecordTexts.NONE);
    assertThat(batch.messageBytes()).isZero();
  }

  @Test
  void takesAnEqualTextThatIsAnotherStringForWhatItIs() {
    String text = "上海市浦东新区";

    int first = texts.message(text);
    int second = texts.message(new String(text.toCharArray()));

    assertTokens(List.of(first, second), List.of(text));
  }

  @Test
  void forgetsWhereTextsStandWithTheirRecordAndTheirBatch() {
    String text = "a longer text";
    texts.message(text);
    texts.forget();
    batch.clear();
    int other = batch.add(RecordTexts.DOMAIN, "what stands there now, which is longer than that");

    int again = texts.message(text);

    assertTokens(List.of(again), List.of(text));
    assertThat(other).isZero();
  }

  /** Compares messages with texts that are added one by one, over and over. */
  private void assertTokens(List<Integer> messages, List<String> expected) {
    batch.seal();
    CmacBatch plain = new CmacBatch(KEY);
    expected.forEach(text -> plain.add(RecordTexts.DOMAIN, text));
    plain.seal();
    for (int i = 0; i < messages.size(); i++) {
      assertThat(batch.high(messages.get(i)))
          .as("message %d", i)
          .isEqualTo(plain.high(i % expected.size()));
    }
  }
}
