package leakcensus.profile;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import leakcensus.block.LongTable;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.person.FurtherTokens;
import leakcensus.person.MentionBlock;
import leakcensus.person.PersonField;

/**
 * Counts different values of each field: lists each field's tokens, merged as far as that is cheap,
 * with the sources that hold them and how often they do, and counts them where equal tokens have
 * met.
 */
public final class DistinctTokens {

  /** Column: keyed token. */
  public static final int TOKEN = 0;

  /** Column: ordinal of the field; for a national id also how far it passes its rule. */
  public static final int FIELD = 1;

  /** Column: sources that hold the value, as a mask. */
  public static final int SOURCES = 2;

  /** Column: mentions that hold the value. */
  public static final int MENTIONS = 3;

  private static final int COLUMNS = 4;

  /** Fields whose values are of interest by how often they occur. */
  private static final Set<PersonField> REPEATING =
      EnumSet.of(
          PersonField.NATIONAL_ID, PersonField.PHONE, PersonField.EMAIL, PersonField.ADDRESS);

  private static final int STEP_SHIFT = 8;
  private static final int FIELD_MASK = 0xFF;

  private DistinctTokens() {}

  /** An empty table. */
  public static LongTable table() {
    return new LongTable(COLUMNS);
  }

  /**
   * The tokens of all fields of some mentions, field after field, those that are frequent once or
   * nearly so, others as often as they are met. A mention with several values of a field holds each
   * of them. Where the mentions of one person stand together, what they share is listed once.
   */
  public static LongTable list(MentionBlock mentions) {
    int most = mentions.further().size();
    for (PersonField field : PersonField.values()) {
      most = Math.addExact(most, mentions.tokens(field));
    }
    // Most of some fields are merged, so that no more is taken at once than there are mentions.
    LongTable all = new LongTable(COLUMNS, Math.min(most, mentions.size()));
    MergedTokens merging = new MergedTokens(all);
    for (PersonField field : PersonField.values()) {
      if (mentions.tokens(field) > 0) {
        addMain(mentions, field, merging);
      }
      addFurther(mentions, field.ordinal(), merging);
      merging.end();
    }
    return all;
  }

  /** What is not needed of a mention is not looked at: each look waits for memory. */
  private static void addMain(MentionBlock mentions, PersonField field, MergedTokens merging) {
    boolean hasSteps = field == PersonField.NATIONAL_ID;
    for (int row = 0; row < mentions.size(); row++) {
      long token = mentions.token(row, field);
      // A name put together of two fields has a token, and is not of the field.
      if (token != 0
          && (field != PersonField.FULL_NAME || (mentions.presence(row) & field.bit()) != 0)) {
        int idStep = hasSteps ? mentions.idStep(row) : 0;
        merging.add(token, fieldKey(field.ordinal(), idStep), 1L << mentions.source(row));
      }
    }
  }

  private static void addFurther(MentionBlock mentions, int field, MergedTokens merging) {
    FurtherTokens further = mentions.further();
    for (int entry = 0; entry < further.size(); entry++) {
      if (further.field(entry).ordinal() == field) {
        merging.add(
            further.token(entry),
            fieldKey(field, further.idStep(entry)),
            1L << mentions.source(further.row(entry)));
      }
    }
  }

  /**
   * Counts tokens, of which all equal ones must be there. A national id that sources judge by
   * different rules is one value, on more than one step.
   */
  public static CountTable count(LongTable tokens) {
    CountTable counts = new CountTable();
    long[][] distinctBySource = new long[PersonField.COUNT][Long.SIZE];
    long[] distinctOfAll = new long[PersonField.COUNT];
    Frequencies[] frequencies = new Frequencies[PersonField.COUNT];
    Arrays.setAll(frequencies, field -> new Frequencies());
    LongTable distinct = merged(tokens);
    for (int start = 0; start < distinct.size(); ) {
      long token = distinct.at(start, TOKEN);
      int field = (int) distinct.at(start, FIELD) & FIELD_MASK;
      long sources = 0;
      long repeats = 0;
      int end = start;
      while (end < distinct.size() && distinct.at(end, TOKEN) == token) {
        sources |= distinct.at(end, SOURCES);
        repeats = Math.addExact(repeats, distinct.at(end, MENTIONS));
        if (field == PersonField.NATIONAL_ID.ordinal()) {
          int step = (int) distinct.at(end, FIELD) >>> STEP_SHIFT;
          count(counts, Measure.ID_STEP_DISTINCT, step, distinct.at(end, SOURCES));
        }
        end++;
      }
      distinctOfAll[field]++;
      for (long rest = sources; rest != 0; rest &= rest - 1) {
        distinctBySource[field][Long.numberOfTrailingZeros(rest)]++;
      }
      if (REPEATING.contains(PersonField.at(field))) {
        frequencies[field].add(repeats);
      }
      start = end;
    }
    for (PersonField field : PersonField.values()) {
      int ordinal = field.ordinal();
      counts.add(Measure.FIELD_DISTINCT, CountTable.ALL_SOURCES, ordinal, distinctOfAll[ordinal]);
      for (int source = 0; source < CountTable.ALL_SOURCES; source++) {
        counts.add(Measure.FIELD_DISTINCT, source, ordinal, distinctBySource[ordinal][source]);
      }
      if (REPEATING.contains(field)) {
        frequencies[ordinal].addTo(
            counts, Measure.VALUE_FREQUENCY, CountTable.ALL_SOURCES, ordinal);
      }
    }
    return counts;
  }

  private static void count(CountTable counts, Measure measure, int first, long sources) {
    counts.add(measure, CountTable.ALL_SOURCES, first, 1);
    for (long rest = sources; rest != 0; rest &= rest - 1) {
      counts.add(measure, Long.numberOfTrailingZeros(rest), first, 1);
    }
  }

  private static long fieldKey(int field, int idStep) {
    return field == PersonField.NATIONAL_ID.ordinal() ? field | (long) idStep << STEP_SHIFT : field;
  }

  private static LongTable merged(LongTable tokens) {
    int[] order = tokens.order(2);
    LongTable merged = new LongTable(COLUMNS, tokens.size());
    for (int i = 0; i < order.length; i++) {
      int row = order[i];
      int last = merged.size() - 1;
      if (last >= 0
          && merged.at(last, TOKEN) == tokens.at(row, TOKEN)
          && merged.at(last, FIELD) == tokens.at(row, FIELD)) {
        merged.set(last, SOURCES, merged.at(last, SOURCES) | tokens.at(row, SOURCES));
        merged.set(last, MENTIONS, merged.at(last, MENTIONS) + tokens.at(row, MENTIONS));
      } else {
        merged.append(
            tokens.at(row, TOKEN),
            tokens.at(row, FIELD),
            tokens.at(row, SOURCES),
            tokens.at(row, MENTIONS));
      }
    }
    return merged;
  }
}
