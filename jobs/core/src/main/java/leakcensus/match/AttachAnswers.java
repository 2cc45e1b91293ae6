package leakcensus.match;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongArrays;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.List;
import leakcensus.block.LongTable;
import leakcensus.compare.BlockingRule;
import leakcensus.compare.ComparisonField;
import leakcensus.compare.Signature;

/** Gives signatures the bands of their values, and leaves them the keys that others share. */
public final class AttachAnswers {

  private AttachAnswers() {}

  /** The signatures with what was answered of them. */
  public static List<Signature> attach(List<Signature> signatures, LongTable answers) {
    answers.sort();
    List<Signature> attached = new ArrayList<>(signatures.size());
    for (Signature signature : signatures) {
      attached.add(attach(signature, answers));
    }
    return attached;
  }

  private static Signature attach(Signature signature, LongTable answers) {
    LongArrayList keys = new LongArrayList();
    LongOpenHashSet sharers = new LongOpenHashSet();
    long bands = 0;
    int[] furtherBands = new int[signature.furtherCount()];
    // Answers ascend: of several keys that the same signatures share, all of them mark the same.
    for (int row = first(answers, signature.id());
        row < answers.size() && answers.at(row, MatchRows.ANSWERED) == signature.id();
        row++) {
      long answer = answers.at(row, MatchRows.ANSWER);
      long about = answers.at(row, MatchRows.ANSWER_BAND);
      if (about >= 0 && answer >= ComparisonField.COUNT) {
        furtherBands[(int) answer - ComparisonField.COUNT] = (int) about;
      } else if (about >= 0) {
        bands = Signature.withBand(bands, (int) answer, (int) about);
      } else {
        keys.add(sharers.add(about) ? answer : BlockingRule.repeating(answer));
      }
    }
    long[] sorted = keys.toLongArray();
    LongArrays.unstableSort(sorted);
    Signature counted = signature.counted(bands, sorted);
    return furtherBands.length == 0 ? counted : counted.withFurtherBands(furtherBands);
  }

  private static int first(LongTable answers, long id) {
    int low = 0;
    int high = answers.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (answers.at(middle, MatchRows.ANSWERED) < id) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
