package leakcensus.link;

import leakcensus.normalise.IdStep;
import leakcensus.person.FurtherTokens;
import leakcensus.person.MentionBlock;
import leakcensus.person.PersonField;

/**
 * Nodes of the identity graph: sets of mentions that are one person beyond the doubt that this
 * method can have, as 64-bit keys. The last two bits tell the kind; a node of a national id keeps
 * the id token's leading bits, so that its mentions meet in one bucket.
 */
public final class Node {

  private static final long KIND_MASK = 3;
  private static final long LEADING_HALF = 0xFFFF_FFFF_0000_0000L;
  private static final NodeKind[] KINDS = NodeKind.values();

  private Node() {}

  /** The node of a mention under a method. */
  public static long of(MentionBlock mentions, int row, ResolveMethod method) {
    return switch (method) {
      case IDENTIFIERS -> byIdentifier(mentions, row);
      case MATCHING -> byCheckedId(mentions, row);
    };
  }

  /**
   * The name of a mention's content inside its node, in the bucket of the node; the node itself
   * where all mentions of the node have the same content.
   */
  public static long content(MentionBlock mentions, int row, long node) {
    return kind(node) == NodeKind.NATIONAL_ID
        ? withKind((node & LEADING_HALF) | (content(mentions, row) >>> 32), NodeKind.NATIONAL_ID)
        : node;
  }

  /**
   * By an id that has passed its check digit, or else by all fields. A mention with two such ids is
   * told by neither of them, for no matching puts two into one person.
   */
  private static long byCheckedId(MentionBlock mentions, int row) {
    return mentions.idStep(row) == IdStep.VALID_18.ordinal() && !hasFurtherCheckedId(mentions, row)
        ? withKind(mentions.validToken(row, PersonField.NATIONAL_ID), NodeKind.NATIONAL_ID)
        : withKind(content(mentions, row), NodeKind.CONTENT);
  }

  private static boolean hasFurtherCheckedId(MentionBlock mentions, int row) {
    FurtherTokens further = mentions.further();
    for (int entry = further.from(row); further.isOf(entry, row); entry++) {
      if (further.field(entry) == PersonField.NATIONAL_ID
          && further.idStep(entry) == IdStep.VALID_18.ordinal()) {
        return true;
      }
    }
    return false;
  }

  /** By the strongest valid identifier, or else by all fields. */
  private static long byIdentifier(MentionBlock mentions, int row) {
    long nationalId = mentions.validToken(row, PersonField.NATIONAL_ID);
    if (nationalId != 0) {
      return withKind(nationalId, NodeKind.NATIONAL_ID);
    }
    long email = mentions.validToken(row, PersonField.EMAIL);
    if (email != 0) {
      return withKind(withNameAndBirth(email, mentions, row), NodeKind.EMAIL);
    }
    long phone = mentions.validToken(row, PersonField.PHONE);
    if (phone != 0) {
      return withKind(withNameAndBirth(phone, mentions, row), NodeKind.PHONE);
    }
    return withKind(content(mentions, row), NodeKind.CONTENT);
  }

  /**
   * The node of a mention whose national id is not believed: by all its fields, in the bucket of
   * the id.
   */
  public static long withoutNationalId(MentionBlock mentions, int row) {
    long nationalId = mentions.validToken(row, PersonField.NATIONAL_ID);
    return withoutNationalId(content(mentions, row, withKind(nationalId, NodeKind.NATIONAL_ID)));
  }

  /** The node of a content under a national id that is not believed. */
  public static long withoutNationalId(long content) {
    return withKind(content, NodeKind.CONTENT);
  }

  /** Whether two contents under ids with a check digit are of one node. */
  public static boolean shareId(long content, long other) {
    return ((content ^ other) & LEADING_HALF) == 0;
  }

  /** What a node stands on. */
  public static NodeKind kind(long node) {
    return KINDS[(int) (node & KIND_MASK)];
  }

  /**
   * Whether a mention says enough to be somebody: a valid identifier, a name or part of one with a
   * valid birth date, or a whole name with a place or a year of birth. An organisation is nobody.
   */
  public static boolean isAttributable(MentionBlock mentions, int row) {
    if (mentions.isOrganisation(row)) {
      return false;
    }
    if (mentions.validToken(row, PersonField.NATIONAL_ID) != 0
        || mentions.validToken(row, PersonField.EMAIL) != 0
        || mentions.validToken(row, PersonField.PHONE) != 0) {
      return true;
    }
    boolean named = mentions.token(row, PersonField.FULL_NAME) != 0;
    boolean partlyNamed =
        named
            || mentions.token(row, PersonField.GIVEN_NAME) != 0
            || mentions.token(row, PersonField.SURNAME) != 0;
    return partlyNamed && mentions.validToken(row, PersonField.BIRTH_DATE) != 0
        || named && (isPlaced(mentions, row) || mentions.birthYear(row) != 0);
  }

  private static boolean isPlaced(MentionBlock mentions, int row) {
    return mentions.validToken(row, PersonField.ADDRESS) != 0
        || mentions.validToken(row, PersonField.LOCALITY) != 0
        || mentions.validToken(row, PersonField.POSTAL_CODE) != 0
        || mentions.validToken(row, PersonField.BIRTHPLACE) != 0;
  }

  private static long withKind(long key, NodeKind kind) {
    return (key & ~KIND_MASK) | kind.ordinal();
  }

  private static long withNameAndBirth(long token, MentionBlock mentions, int row) {
    long named = mixed(token, mentions.token(row, PersonField.FULL_NAME));
    return mixed(named, mentions.validToken(row, PersonField.BIRTH_DATE));
  }

  private static long content(MentionBlock mentions, int row) {
    // A mention too thin to be somebody is told by its record, so that empty ones do not pile up.
    long key = isAttributable(mentions, row) ? 0 : mentions.contentToken(row);
    for (int field = 0; field < PersonField.COUNT; field++) {
      key = mixed(key, mentions.token(row, PersonField.at(field)));
    }
    return withFurther(key, mentions, row);
  }

  /** By a sum, since further values have no order. */
  private static long withFurther(long key, MentionBlock mentions, int row) {
    FurtherTokens further = mentions.further();
    long sum = 0;
    for (int entry = further.from(row); further.isOf(entry, row); entry++) {
      sum += mixed(further.token(entry), further.field(entry).ordinal());
    }
    return sum == 0 ? key : mixed(key, sum);
  }

  /** Combines two tokens; the finaliser of MurmurHash3 spreads what keyed tokens already hide. */
  private static long mixed(long left, long right) {
    long mix = left * 0x9E37_79B9_7F4A_7C15L + right;
    mix = (mix ^ (mix >>> 33)) * 0xFF51_AFD7_ED55_8CCDL;
    mix = (mix ^ (mix >>> 33)) * 0xC4CE_B9FE_1A85_EC53L;
    return mix ^ (mix >>> 33);
  }
}
