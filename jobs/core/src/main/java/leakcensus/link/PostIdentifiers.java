package leakcensus.link;

import leakcensus.block.LongTable;
import leakcensus.person.MentionBlock;
import leakcensus.person.PersonField;

/** Lists which nodes use which e-mails and phones, once for each node, name and birth date. */
public final class PostIdentifiers {

  private PostIdentifiers() {}

  /** Postings of all groups, sorted. */
  public static LongTable post(MentionGroups groups) {
    LongTable postings = LinkRows.postings();
    LongTable ofNode = LinkRows.postings();
    for (int start = 0; start < groups.size(); ) {
      int end = groups.end(start);
      ofNode.clear();
      for (int place = start; place < end; place++) {
        post(groups, place, PersonField.EMAIL, NodeKind.EMAIL, ofNode);
        post(groups, place, PersonField.PHONE, NodeKind.PHONE, ofNode);
      }
      appendMerged(ofNode, postings);
      start = end;
    }
    postings.sort();
    return postings;
  }

  private static void post(
      MentionGroups groups, int place, PersonField field, NodeKind kind, LongTable postings) {
    MentionBlock mentions = groups.mentions();
    int row = groups.row(place);
    long token = mentions.validToken(row, field);
    if (token != 0 && !mentions.isOrganisation(row)) {
      postings.append(
          token,
          kind.ordinal(),
          mentions.token(row, PersonField.FULL_NAME),
          mentions.validToken(row, PersonField.BIRTH_DATE),
          groups.node(place),
          1L << mentions.source(row),
          1);
    }
  }

  private static void appendMerged(LongTable ofNode, LongTable postings) {
    if (ofNode.size() > 1) {
      ofNode.sort();
    }
    for (int row = 0; row < ofNode.size(); ) {
      long sources = 0;
      long mentions = 0;
      int next = row;
      while (next < ofNode.size() && sameIdentity(ofNode, row, next)) {
        sources |= ofNode.at(next, LinkRows.SOURCES);
        mentions += ofNode.at(next, LinkRows.MENTIONS);
        next++;
      }
      postings.append(
          ofNode.at(row, LinkRows.TOKEN),
          ofNode.at(row, LinkRows.KIND),
          ofNode.at(row, LinkRows.NAME),
          ofNode.at(row, LinkRows.BIRTH),
          ofNode.at(row, LinkRows.NODE),
          sources,
          mentions);
      row = next;
    }
  }

  private static boolean sameIdentity(LongTable postings, int left, int right) {
    return postings.at(left, LinkRows.TOKEN) == postings.at(right, LinkRows.TOKEN)
        && postings.at(left, LinkRows.KIND) == postings.at(right, LinkRows.KIND)
        && postings.at(left, LinkRows.NAME) == postings.at(right, LinkRows.NAME)
        && postings.at(left, LinkRows.BIRTH) == postings.at(right, LinkRows.BIRTH)
        && postings.at(left, LinkRows.NODE) == postings.at(right, LinkRows.NODE);
  }
}
