package leakcensus.link;

import java.util.Arrays;
import leakcensus.block.LongTable;
import leakcensus.normalise.IdStep;
import leakcensus.person.MentionBlock;
import leakcensus.person.PersonField;
import leakcensus.person.PersonRows;
import leakcensus.person.Sex;

/**
 * Sums up each node's mentions by source, under the key of the person that the node belongs to.
 *
 * <p>A node that is joined with others yields a part of a person; parts of one person lie in
 * several buckets and are put together by {@link MergePersons}.
 */
public final class FormPersons {

  private final MentionGroups groups;
  private final long[] assignedNodes;
  private final long[] components;
  private final LongTable persons = PersonRows.table();

  /** Forms persons of some groups, given the assignments of those nodes that are joined. */
  public FormPersons(MentionGroups groups, LongTable assignments) {
    this.groups = groups;
    int[] order = assignments.order(1);
    assignedNodes = new long[order.length];
    components = new long[order.length];
    for (int i = 0; i < order.length; i++) {
      assignedNodes[i] = assignments.at(order[i], LinkRows.ASSIGNED_NODE);
      components[i] = assignments.at(order[i], LinkRows.ASSIGNED_COMPONENT);
    }
  }

  /** Persons and parts of persons; one row for a person and source. */
  public LongTable form() {
    for (int start = 0; start < groups.size(); ) {
      int end = groups.end(start);
      form(start, end);
      start = end;
    }
    return persons;
  }

  /** Key of the person that a node belongs to. */
  public long person(long node) {
    return person(node, Arrays.binarySearch(assignedNodes, node));
  }

  private long person(long node, int assigned) {
    return assigned < 0 ? node : components[assigned];
  }

  private void form(int start, int end) {
    long node = groups.node(start);
    int first = persons.size();
    long facts = 0;
    for (int mention = start; mention < end; mention++) {
      facts = PersonRows.merged(facts, facts(groups.mentions(), mention));
      addMention(node, mention, first);
    }
    int assigned = Arrays.binarySearch(assignedNodes, node);
    int sources = persons.size() - first;
    for (int row = first; row < persons.size(); row++) {
      persons.set(row, PersonRows.PERSON, person(node, assigned));
      persons.set(row, PersonRows.FACTS, facts);
      if (assigned < 0 && sources != 2 && persons.at(row, PersonRows.MENTIONS) == 1) {
        // Nothing can be added to it, and no gap is measured of one mention, or of three.
        persons.set(row, PersonRows.FIRST_FILE, 0);
        persons.set(row, PersonRows.FIRST_POSITION, 0);
      }
    }
  }

  /** Adds a mention to the rows of its person, which begin with the first one. */
  private void addMention(long node, int mention, int first) {
    MentionBlock mentions = groups.mentions();
    int source = mentions.source(mention);
    int row = first;
    while (row < persons.size() && persons.at(row, PersonRows.SOURCE) != source) {
      row++;
    }
    boolean checked =
        Node.kind(node) == NodeKind.NATIONAL_ID
            && mentions.idStep(mention) == IdStep.VALID_18.ordinal();
    if (row == persons.size()) {
      persons.append(node, source, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
    MergePersons.addPosition(persons, row, mentions.fileId(mention), mentions.position(mention));
    add(persons, row, PersonRows.MENTIONS, 1);
    add(persons, row, PersonRows.CHECKED_MENTIONS, checked ? 1 : 0);
    union(persons, row, PersonRows.PRESENCE, mentions.presence(mention));
    union(persons, row, PersonRows.VALIDITY, mentions.validity(mention));
  }

  private static long facts(MentionBlock mentions, int mention) {
    Sex sex = mentions.sex(mention);
    return PersonRows.withBirthDate(
        PersonRows.facts(
            Node.isAttributable(mentions, mention),
            mentions.place(mention),
            sex,
            mentions.birthYear(mention)),
        mentions.validToken(mention, PersonField.BIRTH_DATE));
  }

  private static void add(LongTable rows, int row, int column, long amount) {
    rows.set(row, column, rows.at(row, column) + amount);
  }

  private static void union(LongTable rows, int row, int column, long mask) {
    rows.set(row, column, rows.at(row, column) | mask);
  }
}
