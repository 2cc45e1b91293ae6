package leakcensus.overlap;

import leakcensus.block.LongTable;
import leakcensus.link.FormPersons;
import leakcensus.link.MentionGroups;
import leakcensus.link.Node;
import leakcensus.link.NodeKind;
import leakcensus.link.TrustSettings;
import leakcensus.person.FurtherTokens;
import leakcensus.person.MentionBlock;
import leakcensus.person.PersonField;

/**
 * Lists the traits of the persons of one bucket, each once for a node. Organisations have none, and
 * a national id that is not believed is none.
 */
public final class ListTraits {

  private final MentionGroups groups;
  private final FormPersons persons;
  private final TrustSettings trust;
  private final LongTable identifiers = TraitRows.table();
  private final LongTable others = TraitRows.table();
  private final LongTable ofNode = TraitRows.table();

  private ListTraits(MentionGroups groups, FormPersons persons, TrustSettings trust) {
    this.groups = groups;
    this.persons = persons;
    this.trust = trust;
  }

  /** The traits of all groups, given their persons. */
  public static ListTraits of(MentionGroups groups, FormPersons persons, TrustSettings trust) {
    ListTraits listing = new ListTraits(groups, persons, trust);
    listing.list();
    return listing;
  }

  /** Rows of traits by which persons can be found again. */
  public LongTable identifiers() {
    return identifiers;
  }

  /** Rows of all other traits. */
  public LongTable others() {
    return others;
  }

  private void list() {
    LongTable distinct = TraitRows.table();
    for (int start = 0; start < groups.size(); ) {
      int end = groups.end(start);
      long person = persons.person(groups.node(start));
      ofNode.clear();
      for (int row = start; row < end; row++) {
        listMention(person, row);
      }
      TraitRows.appendDistinct(ofNode, distinct);
      start = end;
    }
    for (int row = 0; row < distinct.size(); row++) {
      boolean identifies = Trait.at((int) distinct.at(row, TraitRows.TRAIT)).isIdentifier();
      (identifies ? identifiers : others)
          .append(
              distinct.at(row, TraitRows.PERSON),
              distinct.at(row, TraitRows.TRAIT),
              distinct.at(row, TraitRows.TOKEN));
    }
  }

  private void listMention(long person, int row) {
    MentionBlock mentions = groups.mentions();
    if (mentions.isOrganisation(row)) {
      return;
    }
    long ownNode = Node.of(mentions, row, trust.method());
    if (Node.kind(ownNode) != NodeKind.NATIONAL_ID || !groups.isRefused(ownNode)) {
      add(person, Trait.NATIONAL_ID, mentions.validToken(row, PersonField.NATIONAL_ID));
    }
    add(person, Trait.PHONE, mentions.validToken(row, PersonField.PHONE));
    add(person, Trait.EMAIL, mentions.validToken(row, PersonField.EMAIL));
    add(person, Trait.NAME, mentions.token(row, PersonField.FULL_NAME));
    add(person, Trait.BIRTH_DATE, mentions.validToken(row, PersonField.BIRTH_DATE));
    FurtherTokens further = mentions.further();
    for (int entry = further.from(row); further.isOf(entry, row); entry++) {
      if (further.isValid(entry)) {
        add(person, trait(further.field(entry)), further.token(entry));
      }
    }
  }

  private void add(long person, Trait trait, long token) {
    if (token != 0) {
      ofNode.append(person, trait.ordinal(), token);
    }
  }

  private static Trait trait(PersonField identifier) {
    return switch (identifier) {
      case NATIONAL_ID -> Trait.NATIONAL_ID;
      case PHONE -> Trait.PHONE;
      case EMAIL -> Trait.EMAIL;
      default -> throw new IllegalArgumentException("Invalid identifier: " + identifier.key());
    };
  }
}
