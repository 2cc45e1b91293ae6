package leakcensus.person;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Maps small numbers to tokens one to one; another seed is another key. */
public final class SmallKey {

  private static final int EXACT = 100;
  private static final int CONTENT = 101;

  private final long seed;

  /** The key of a seed. */
  public SmallKey(long seed) {
    this.seed = seed;
  }

  /** Some mentions as a block, in the order given. */
  public MentionBlock block(Collection<SmallMention> mentions) {
    MentionBlock block = new MentionBlock(1);
    for (SmallMention mention : mentions) {
      append(block, mention);
    }
    return block;
  }

  /** The token of a field's value. */
  public long token(PersonField field, int value) {
    return token(field.ordinal(), value);
  }

  private void append(MentionBlock block, SmallMention mention) {
    int row = block.append(mention.source(), mention.fileId(), mention.position(), mention.slot());
    if (mention.lead()) {
      block.markLead(row);
    }
    if (mention.mapped()) {
      block.markMapped(row);
    }
    block.setFields(row, mention.presence(), mention.validity());
    block.setFacts(row, mention.idStep(), mention.place(), mention.sex(), mention.birthYear());
    block.setContent(row, token(EXACT, mention.exact()), token(CONTENT, mention.content()));
    for (Map.Entry<PersonField, Integer> value : mention.values().entrySet()) {
      block.setToken(row, value.getKey(), token(value.getKey(), value.getValue()));
    }
    mention.further().forEach((field, values) -> appendFurther(block, row, field, values));
  }

  private void appendFurther(MentionBlock block, int row, PersonField field, Set<Integer> values) {
    for (int value : values) {
      int step = field == PersonField.NATIONAL_ID ? SmallMention.idStep(value).ordinal() : 0;
      int entry = block.further().append(row, field, value > 0 ? 1 : 0, step);
      block.further().setToken(entry, token(field, value));
    }
  }

  private long token(int domain, int value) {
    long token = new SplittableRandom(seed * 1_000_003 + domain * 7_919L).nextLong() + value;
    return new SplittableRandom(token).nextLong() | 1L << 20;
  }
}
