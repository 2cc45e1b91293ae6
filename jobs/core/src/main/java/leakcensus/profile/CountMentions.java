package leakcensus.profile;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import leakcensus.block.SortTokens;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.link.Node;
import leakcensus.person.MentionBlock;
import leakcensus.person.PersonField;

/**
 * Counts what the mentions of one bucket hold: presence and validity by field, combinations of
 * fields, and how often whole records repeat. All records of the same content are in one bucket.
 */
public final class CountMentions {

  private static final long FIELD_MASK = (1L << PersonField.COUNT) - 1;

  private final MentionBlock mentions;
  private final CountTable counts = new CountTable();

  /** Counts over some mentions. */
  public CountMentions(MentionBlock mentions) {
    this.mentions = mentions;
  }

  /** All counts. */
  public CountTable count() {
    new AlikeMentions(mentions)
        .forEach(
            (row, alike) -> {
              countFields(row, alike);
              if (mentions.isLead(row)) {
                countRecords(row, alike);
              }
            });
    int[][] leads = leadsBySource();
    countFrequencies(leads, Measure.EXACT_FREQUENCY, mentions::exactToken);
    countFrequencies(leads, Measure.NORMALISED_FREQUENCY, mentions::contentToken);
    return counts;
  }

  private void countFields(int row, long alike) {
    int source = mentions.source(row);
    int slot = mentions.slot(row);
    counts.add(Measure.MENTIONS, source, slot, alike);
    countBits(Measure.FIELD_PRESENT, source, slot, mentions.presence(row), alike);
    countBits(Measure.FIELD_VALID, source, slot, mentions.validity(row), alike);
    if (mentions.token(row, PersonField.NATIONAL_ID) != 0) {
      counts.add(Measure.ID_STEP_MENTIONS, source, mentions.idStep(row), alike);
      counts.add(Measure.ID_STEP_MENTIONS, CountTable.ALL_SOURCES, mentions.idStep(row), alike);
    }
    if (mentions.isOrganisation(row)) {
      counts.add(Measure.ORGANISATION_MENTIONS, source, 0, alike);
    } else if (!Node.isAttributable(mentions, row)) {
      counts.add(Measure.UNATTRIBUTABLE_MENTIONS, source, 0, alike);
    }
  }

  private void countBits(Measure measure, int source, int slot, long mask, long alike) {
    for (long rest = mask; rest != 0; rest &= rest - 1) {
      counts.add(measure, source, slot, Long.numberOfTrailingZeros(rest), alike);
    }
  }

  private void countRecords(int lead, long alike) {
    int source = mentions.source(lead);
    counts.add(Measure.RECORDS, source, 0, alike);
    if (mentions.isMapped(lead)) {
      counts.add(Measure.MAPPED_RECORDS, source, 0, alike);
    }
    long fields = mentions.presence(lead) & FIELD_MASK;
    counts.add(Measure.COMBINATION_RECORDS, source, 0, fields, alike);
    counts.add(Measure.COMBINATION_RECORDS, CountTable.ALL_SOURCES, 0, fields, alike);
  }

  /** Rows that stand for their records, by source. */
  private int[][] leadsBySource() {
    int[] sizes = new int[CountTable.MAX_SOURCES];
    for (int row = 0; row < mentions.size(); row++) {
      sizes[mentions.source(row)] += mentions.isLead(row) ? 1 : 0;
    }
    int[][] leads = new int[CountTable.MAX_SOURCES][];
    Arrays.setAll(leads, source -> new int[sizes[source]]);
    Arrays.fill(sizes, 0);
    for (int row = 0; row < mentions.size(); row++) {
      if (mentions.isLead(row)) {
        int source = mentions.source(row);
        leads[source][sizes[source]++] = row;
      }
    }
    return leads;
  }

  private void countFrequencies(int[][] leads, Measure measure, IntToLongFunction token) {
    long[] ofAll = new long[Arrays.stream(leads).mapToInt(rows -> rows.length).sum()];
    int all = 0;
    boolean several = false;
    for (int source = 0; source < leads.length; source++) {
      long[] tokens = new long[leads[source].length];
      for (int i = 0; i < tokens.length; i++) {
        tokens[i] = token.applyAsLong(leads[source][i]);
      }
      SortTokens.sort(tokens);
      frequencies(tokens).addTo(counts, measure, source, 0);
      several |= all > 0 && tokens.length > 0;
      System.arraycopy(tokens, 0, ofAll, all, tokens.length);
      all += tokens.length;
    }
    if (several) {
      SortTokens.sort(ofAll);
    }
    frequencies(ofAll).addTo(counts, measure, CountTable.ALL_SOURCES, 0);
  }

  private static Frequencies frequencies(long[] sorted) {
    Frequencies frequencies = new Frequencies();
    int start = 0;
    for (int end = 1; end <= sorted.length; end++) {
      if (end == sorted.length || sorted[end] != sorted[start]) {
        frequencies.add(end - start);
        start = end;
      }
    }
    return frequencies;
  }
}
