package leakcensus.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import leakcensus.block.Bucket;
import leakcensus.block.LongTable;
import leakcensus.count.CountTable;
import leakcensus.person.MentionBlock;
import leakcensus.person.PersonField;
import leakcensus.person.PersonRows;
import leakcensus.person.SmallKey;
import leakcensus.person.SmallMention;

/** The whole linkage over small mentions, bucket by bucket as the stages run it. */
public final class LinkChain {

  private final List<LongTable> persons = new ArrayList<>();
  private final Map<Long, Long> personOfPosition = new TreeMap<>();
  private final CountTable counts = new CountTable();

  private LinkChain() {}

  /** Links mentions under a key, spread over some buckets. */
  public static LinkChain run(
      List<SmallMention> mentions, SmallKey key, TrustSettings trust, int buckets) {
    LinkChain chain = new LinkChain();
    List<MentionGroups> groups =
        byNode(key.block(mentions), trust, buckets).stream()
            .map(block -> new MentionGroups(block, trust))
            .toList();
    ContractGraph graph = ContractGraph.of(chain.edges(groups, kinds(mentions), trust, buckets));
    chain.counts.addAll(graph.counts());
    List<LongTable> assignments =
        spread(
            List.of(graph.assignments()), LinkRows.ASSIGNED_NODE, LinkRows::assignments, buckets);
    List<LongTable> parts = new ArrayList<>();
    for (int bucket = 0; bucket < buckets; bucket++) {
      FormPersons forming = new FormPersons(groups.get(bucket), assignments.get(bucket));
      parts.add(forming.form());
      chain.remember(groups.get(bucket), forming);
    }
    for (LongTable part : spread(parts, PersonRows.PERSON, PersonRows::table, buckets)) {
      chain.persons.add(MergePersons.merge(part));
    }
    return chain;
  }

  /** Persons, a table a bucket. */
  public List<LongTable> persons() {
    return persons;
  }

  /** What the linkage counted. */
  public CountTable counts() {
    return counts;
  }

  /** For each mention, by position, the smallest position of a mention of the same person. */
  Map<Long, Long> partition() {
    Map<Long, Long> firstOfPerson = new TreeMap<>();
    personOfPosition.forEach(
        (position, person) -> firstOfPerson.merge(person, position, Math::min));
    Map<Long, Long> partition = new TreeMap<>();
    personOfPosition.forEach(
        (position, person) -> partition.put(position, firstOfPerson.get(person)));
    return partition;
  }

  /**
   * The rows of all persons without their keys, in an order of their own; positions only where
   * there are two mentions.
   */
  List<String> personRows() {
    List<String> found = new ArrayList<>();
    for (LongTable table : persons) {
      Map<Long, List<String>> rowsOfPerson = new TreeMap<>();
      for (int row = 0; row < table.size(); row++) {
        int at = row;
        int columns =
            table.at(row, PersonRows.MENTIONS) == 2 ? table.width() : PersonRows.FIRST_FILE;
        List<Long> values =
            IntStream.range(PersonRows.SOURCE, columns)
                .mapToObj(column -> told(table.at(at, column), column))
                .toList();
        rowsOfPerson
            .computeIfAbsent(table.at(row, PersonRows.PERSON), unseen -> new ArrayList<>())
            .add(values.toString());
      }
      rowsOfPerson.values().forEach(rows -> found.add(rows.toString()));
    }
    found.sort(null);
    return found;
  }

  /** The bits of a date of birth depend on the key; who is alike by them must not. */
  private static long told(long value, int column) {
    return column == PersonRows.FACTS
        ? PersonRows.facts(
            PersonRows.isAttributable(value),
            PersonRows.place(value),
            PersonRows.sex(value),
            PersonRows.birthYear(value))
        : value;
  }

  private static Set<NodeKind> kinds(List<SmallMention> mentions) {
    return PostIdentifiers.kinds(
        mentions.stream()
            .mapToLong(
                each -> each.further().getOrDefault(PersonField.NATIONAL_ID, Set.of()).size())
            .sum());
  }

  private LongTable edges(
      List<MentionGroups> groups, Set<NodeKind> kinds, TrustSettings trust, int buckets) {
    List<LongTable> postings =
        groups.stream().map(each -> PostIdentifiers.post(each, kinds)).toList();
    LongTable edges = LinkRows.edges();
    for (LongTable part : spread(postings, LinkRows.TOKEN, LinkRows::postings, buckets)) {
      JudgeIdentifiers judge = new JudgeIdentifiers(trust);
      judge.judge(part);
      edges.appendAll(judge.edges());
      counts.addAll(judge.counts());
    }
    return edges;
  }

  private void remember(MentionGroups groups, FormPersons forming) {
    for (int row = 0; row < groups.size(); row++) {
      personOfPosition.put(groups.mentions().position(row), forming.person(groups.node(row)));
    }
  }

  private static List<MentionBlock> byNode(
      MentionBlock mentions, TrustSettings trust, int buckets) {
    List<MentionBlock> blocks = new ArrayList<>();
    for (int bucket = 0; bucket < buckets; bucket++) {
      int wanted = bucket;
      int[] rows =
          IntStream.range(0, mentions.size())
              .filter(row -> Bucket.of(Node.of(mentions, row, trust.method()), buckets) == wanted)
              .toArray();
      MentionBlock block = new MentionBlock(1);
      block.appendEncoded(mentions.encode(rows, 0, rows.length));
      blocks.add(block);
    }
    return blocks;
  }

  private static List<LongTable> spread(
      List<LongTable> tables, int column, Supplier<LongTable> empty, int buckets) {
    LongTable[] parts = new LongTable[buckets];
    Arrays.setAll(parts, bucket -> empty.get());
    for (LongTable table : tables) {
      for (int row = 0; row < table.size(); row++) {
        byte[] one = table.encode(new int[] {row}, 0, 1);
        parts[Bucket.of(table.at(row, column), buckets)].appendEncoded(one);
      }
    }
    return List.of(parts);
  }
}
