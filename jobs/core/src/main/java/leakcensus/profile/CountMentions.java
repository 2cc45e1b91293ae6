package leakcensus.profile;

import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.Arrays;
import java.util.function.IntToLongFunction;
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
    int[] leads = new int[mentions.size()];
    int records = 0;
    new AlikeMentions(mentions)
        .forEach(
            (row, alike) -> {
              countFields(row, alike);
              if (mentions.isLead(row)) {
                countRecords(row, alike);
              }
            });
    for (int row = 0; row < mentions.size(); row++) {
      if (mentions.isLead(row)) {
        leads[records++] = row;
      }
    }
    leads = Arrays.copyOf(leads, records);
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

  private void countFrequencies(int[] leads, Measure measure, IntToLongFunction token) {
    long[] tokens = new long[mentions.size()];
    for (int row : leads) {
      tokens[row] = token.applyAsLong(row);
    }
    int[] order = leads.clone();
    LongArrays.radixSortIndirect(order, tokens, false);
    long[] repeats = new long[CountTable.MAX_SOURCES];
    Frequencies ofAll = new Frequencies();
    Frequencies[] bySource = new Frequencies[CountTable.MAX_SOURCES];
    Arrays.setAll(bySource, source -> new Frequencies());
    for (int start = 0; start < order.length; ) {
      int end = start;
      while (end < order.length && tokens[order[end]] == tokens[order[start]]) {
        repeats[mentions.source(order[end])]++;
        end++;
      }
      ofAll.add(end - start);
      for (int i = start; i < end; i++) {
        int source = mentions.source(order[i]);
        if (repeats[source] != 0) {
          bySource[source].add(repeats[source]);
          repeats[source] = 0;
        }
      }
      start = end;
    }
    ofAll.addTo(counts, measure, CountTable.ALL_SOURCES, 0);
    for (int source = 0; source < bySource.length; source++) {
      bySource[source].addTo(counts, measure, source, 0);
    }
  }
}
