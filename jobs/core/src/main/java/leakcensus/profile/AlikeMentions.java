package leakcensus.profile;

import leakcensus.link.Node;
import leakcensus.person.MentionBlock;
import leakcensus.person.PersonField;

/**
 * Groups the mentions of a block by all that {@link CountMentions} counts of a single one: of a
 * million mentions some hundreds are different in that, so that what they are is counted some
 * hundred times.
 */
final class AlikeMentions {

  private static final int FIRST_PLACES = 1 << 10;

  private final MentionBlock mentions;

  /** Of each kind the first mention, and how many there are, by a place that its facts give. */
  private int[] firsts = new int[FIRST_PLACES];

  private long[] sizes = new long[FIRST_PLACES];
  private int kinds;

  AlikeMentions(MentionBlock mentions) {
    this.mentions = mentions;
    for (int row = 0; row < mentions.size(); row++) {
      add(row, 1);
    }
  }

  /** What is to be done with each kind. */
  interface Kind {

    /**
     * A kind.
     *
     * @param row a mention of this kind
     * @param mentions how many there are
     */
    void count(int row, long mentions);
  }

  /** Goes through all kinds. */
  void forEach(Kind counting) {
    for (int place = 0; place < sizes.length; place++) {
      if (sizes[place] > 0) {
        counting.count(firsts[place], sizes[place]);
      }
    }
  }

  private void add(int row, long size) {
    int place = place(row);
    while (sizes[place] > 0 && !alike(firsts[place], row)) {
      place = place + 1 & sizes.length - 1;
    }
    if (sizes[place] == 0) {
      firsts[place] = row;
      kinds++;
    }
    sizes[place] += size;
    if (2 * kinds > sizes.length) {
      grow();
    }
  }

  private void grow() {
    int[] oldFirsts = firsts;
    long[] oldSizes = sizes;
    firsts = new int[2 * oldSizes.length];
    sizes = new long[2 * oldSizes.length];
    kinds = 0;
    for (int place = 0; place < oldSizes.length; place++) {
      if (oldSizes[place] > 0) {
        add(oldFirsts[place], oldSizes[place]);
      }
    }
  }

  private int place(int row) {
    long mixed =
        (mentions.presence(row) * 31 + mentions.validity(row)) * 31
            + mentions.source(row) * 64L
            + mentions.slot(row);
    mixed *= 0x9E37_79B9_7F4A_7C15L;
    return (int) (mixed >>> 32) & sizes.length - 1;
  }

  private boolean alike(int left, int right) {
    return mentions.presence(left) == mentions.presence(right)
        && mentions.validity(left) == mentions.validity(right)
        && mentions.source(left) == mentions.source(right)
        && mentions.slot(left) == mentions.slot(right)
        && mentions.idStep(left) == mentions.idStep(right)
        && mentions.isLead(left) == mentions.isLead(right)
        && mentions.isMapped(left) == mentions.isMapped(right)
        && mentions.isOrganisation(left) == mentions.isOrganisation(right)
        && hasNationalId(left) == hasNationalId(right)
        && Node.isAttributable(mentions, left) == Node.isAttributable(mentions, right);
  }

  private boolean hasNationalId(int row) {
    return mentions.token(row, PersonField.NATIONAL_ID) != 0;
  }
}
