package leakcensus.compare;

import static org.assertj.core.api.Assertions.assertThat;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditHashesTest {

  private final EditHashes edits = new EditHashes();

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ab", "aab", "lovelace", "1815-12-10", "\u674e\u5c0f\u9f99"})
  void areThoseOfTheEditedTextsThemselves(String text) {
    List<Long> shorter = new ArrayList<>();
    List<Long> hidden = new ArrayList<>();
    for (int at = 0; at < text.length(); at++) {
      String before = text.substring(0, at);
      String after = text.substring(at + 1);
      if (text.length() > 1) {
        shorter.add(EditHashes.of(before + after));
      }
      hidden.add(EditHashes.of(before + '\u0000' + after));
    }

    assertThat(deletions(text)).containsExactlyInAnyOrderElementsOf(shorter);
    LongArrayList gaps = new LongArrayList();
    edits.addGaps(text, gaps);
    assertThat(List.copyOf(gaps)).containsExactlyInAnyOrderElementsOf(hidden);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 40, 200})
  void tellTextsApart(int length) {
    SplittableRandom random = new SplittableRandom(length);
    Set<String> texts = new HashSet<>();
    LongOpenHashSet hashes = new LongOpenHashSet();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int at = 0; at < 1 + random.nextInt(length); at++) {
        text.append((char) ('a' + random.nextInt(3)));
      }
      texts.add(text.toString());
      hashes.add(EditHashes.of(text));
    }

    assertThat(hashes).hasSize(texts.size());
  }

  private List<Long> deletions(String text) {
    LongArrayList deletions = new LongArrayList();
    edits.addDeletions(text, deletions);
    return List.copyOf(deletions);
  }
}
