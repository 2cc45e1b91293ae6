package leakcensus.link;

import java.util.Set;
import leakcensus.block.LongTable;
import leakcensus.person.FurtherTokens;
import leakcensus.person.MentionBlock;
import leakcensus.person.PersonField;

/**
 * Lists which nodes use which e-mails and phones, once for each node, name and birth date; of a
 * mention with several all that are valid. National ids are listed only where some mention has
 * several: else their nodes say it all.
 */
public final class PostIdentifiers {

  private static final Set<NodeKind> CONTACTS = Set.of(NodeKind.EMAIL, NodeKind.PHONE);
  private static final Set<NodeKind> ALL =
      Set.of(NodeKind.NATIONAL_ID, NodeKind.EMAIL, NodeKind.PHONE);

  private PostIdentifiers() {}

  /**
   * The kinds of identifiers to post.
   *
   * @param furtherIds number of national ids that stand beside others in their mentions
   */
  public static Set<NodeKind> kinds(long furtherIds) {
    return furtherIds == 0 ? CONTACTS : ALL;
  }

  /** Postings of all groups, sorted. */
  public static LongTable post(MentionGroups groups, Set<NodeKind> kinds) {
    boolean withIds = kinds.contains(NodeKind.NATIONAL_ID);
    LongTable postings = new LongTable(LinkRows.postings().width(), room(groups.mentions()));
    LongTable ofNode = LinkRows.postings();
    for (int start = 0; start < groups.size(); ) {
      int end = groups.end(start);
      ofNode.clear();
      for (int row = start; row < end; row++) {
        if (groups.mentions().isOrganisation(row)) {
          continue;
        }
        postMain(groups, row, PersonField.EMAIL, ofNode);
        postMain(groups, row, PersonField.PHONE, ofNode);
        if (withIds) {
          postMain(groups, row, PersonField.NATIONAL_ID, ofNode);
        }
        postFurther(groups, row, ofNode);
      }
      appendMerged(ofNode, postings);
      start = end;
    }
    postings.sort();
    return postings;
  }

  /** Of one mention in most leaks one is posted, and no more room is taken at once. */
  private static int room(MentionBlock mentions) {
    int main = Math.max(mentions.tokens(PersonField.EMAIL), mentions.tokens(PersonField.PHONE));
    return Math.min(mentions.size(), Math.addExact(main, mentions.further().size()));
  }

  private static void postMain(
      MentionGroups groups, int row, PersonField field, LongTable postings) {
    long token = groups.mentions().validToken(row, field);
    if (token != 0) {
      post(groups, row, token, field, postings);
    }
  }

  private static void postFurther(MentionGroups groups, int row, LongTable postings) {
    FurtherTokens further = groups.mentions().further();
    for (int entry = further.from(row); further.isOf(entry, row); entry++) {
      if (further.isValid(entry)) {
        post(groups, row, further.token(entry), further.field(entry), postings);
      }
    }
  }

  private static void post(
      MentionGroups groups, int row, long token, PersonField field, LongTable postings) {
    MentionBlock mentions = groups.mentions();
    postings.append(
        token,
        kind(field).ordinal(),
        mentions.token(row, PersonField.FULL_NAME),
        mentions.validToken(row, PersonField.BIRTH_DATE),
        groups.node(row),
        1L << mentions.source(row),
        1);
  }

  private static NodeKind kind(PersonField identifier) {
    return switch (identifier) {
      case NATIONAL_ID -> NodeKind.NATIONAL_ID;
      case EMAIL -> NodeKind.EMAIL;
      case PHONE -> NodeKind.PHONE;
      default -> throw new IllegalArgumentException("Invalid identifier: " + identifier.key());
    };
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
