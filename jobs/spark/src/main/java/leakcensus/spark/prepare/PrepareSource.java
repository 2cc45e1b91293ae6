package leakcensus.spark.prepare;

import java.util.ArrayList;
import java.util.List;
import leakcensus.normalise.FieldNormalisers;
import leakcensus.normalise.FieldValue;
import leakcensus.normalise.Normaliser;
import leakcensus.normalise.RawValue;
import leakcensus.normalise.TextNormaliser;
import leakcensus.person.MentionBlock;
import leakcensus.source.RecordCursor;
import leakcensus.source.Slot;
import leakcensus.source.Source;

/**
 * Turns the records of one source into mentions.
 *
 * <p>A record yields a mention for each slot that has content, and at least one: a record without
 * any person is still a record.
 */
final class PrepareSource {

  private final int index;
  private final int columnCount;
  private final boolean[] maySeveral;
  private final int[] otherColumns;
  private final List<PrepareSlot> slots = new ArrayList<>();
  private final Normaliser otherText = TextNormaliser.freeText();

  PrepareSource(int index, Source source) {
    this.index = index;
    List<String> columns = source.columns();
    columnCount = columns.size();
    otherColumns = source.other().stream().mapToInt(columns::indexOf).toArray();
    FieldNormalisers normalisers = FieldNormalisers.of(source.rules());
    for (Slot slot : source.slots()) {
      slots.add(new PrepareSlot(slots.size(), slot, columns, normalisers, source.rules()));
    }
    maySeveral = new boolean[columnCount];
    for (String column : source.columnsOfSeveralValues()) {
      maySeveral[columns.indexOf(column)] = true;
    }
  }

  void prepare(
      int fileId,
      RecordCursor record,
      MentionBlock mentions,
      PendingTokens tokens,
      PendingSignatures signatures,
      PendingSigns signs) {
    tokens.beginRecord();
    boolean mapped = readExact(record, tokens);
    long otherPresence = readOther(record, tokens);
    int lead = -1;
    for (int slot = 0; slot < slots.size(); slot++) {
      PrepareSlot prepared = slots.get(slot);
      prepared.read(record);
      tokens.appendSlot();
      prepared.appendContent(tokens);
    }
    tokens.endSequence();
    for (int slot = 0; slot < slots.size(); slot++) {
      boolean needed = slot == slots.size() - 1 && lead < 0;
      if (slots.get(slot).isPresent() || needed) {
        int row = mentions.append(index, fileId, record.position(), slot);
        boolean leads = lead < 0;
        slots.get(slot).write(row, leads ? otherPresence : 0, mentions, tokens);
        slots.get(slot).sign(mentions.birthYear(row), signatures);
        slots.get(slot).tally(index, mentions.idStep(row), signs);
        tokens.addRecord(row);
        if (leads) {
          lead = row;
          mentions.markLead(row);
        }
        if (mapped) {
          mentions.markMapped(row);
        }
      }
    }
  }

  /** Forgets all values. */
  void clear() {
    slots.forEach(PrepareSlot::clear);
  }

  /** A record as it stands, but for the order in which it lists several values. */
  private boolean readExact(RecordCursor record, PendingTokens tokens) {
    boolean mapped = false;
    for (int column = 0; column < columnCount; column++) {
      String value = record.value(column);
      mapped |= !value.isEmpty();
      if (maySeveral[column] && record.hasSeveral(column)) {
        List<String> several = record.values(column).stream().sorted().toList();
        for (int i = 0; i < several.size(); i++) {
          // Between them and not behind: else the next column would be one of them.
          if (i > 0) {
            tokens.appendFurther();
          }
          tokens.append(several.get(i));
        }
      } else {
        tokens.append(value);
      }
    }
    tokens.endSequence();
    return mapped;
  }

  private long readOther(RecordCursor record, PendingTokens tokens) {
    long presence = 0;
    for (int i = 0; i < otherColumns.length; i++) {
      FieldValue value = otherText.normalise(new RawValue(record.value(otherColumns[i])));
      tokens.append(value.normal());
      if (value.isPresent()) {
        presence |= 1L << Source.otherBit(i);
      }
    }
    return presence;
  }
}
