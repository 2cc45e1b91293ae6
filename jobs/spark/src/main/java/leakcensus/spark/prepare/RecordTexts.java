package leakcensus.spark.prepare;

import java.util.Arrays;
import leakcensus.pseudonym.CmacBatch;

/**
 * Writes the texts of one record into messages of a batch. Much of it is written three times: as it
 * stands, normalised, and as the value of a field; where that is one and the same string, its bytes
 * are copied from where it was written first.
 */
final class RecordTexts {

  /** Shorter text is written sooner than found. */
  private static final int SHORT = 6;

  /** Of very many texts only the first ones are remembered: all of them are looked through. */
  private static final int MOST = 32;

  private final CmacBatch batch;
  private final String[] texts = new String[MOST];
  private final int[] starts = new int[MOST];
  private final int[] ends = new int[MOST];
  private int known;

  /** Texts of records whose messages are of this batch. */
  RecordTexts(CmacBatch batch) {
    this.batch = batch;
  }

  /** Appends a text to the message that is open. */
  void append(String text) {
    if (text.length() < SHORT) {
      batch.append(text);
      return;
    }
    for (int index = 0; index < known; index++) {
      // The same string, not an equal one: that would cost as much as writing it.
      if (texts[index] == text) {
        batch.repeat(starts[index], ends[index]);
        return;
      }
    }
    int start = batch.place();
    batch.append(text);
    if (known < MOST) {
      texts[known] = text;
      starts[known] = start;
      ends[known] = batch.place();
      known++;
    }
  }

  /** Forgets all texts, as the batch does, or because another record begins. */
  void forget() {
    Arrays.fill(texts, 0, known, null);
    known = 0;
  }
}
