package leakcensus.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import leakcensus.normalise.IdStep;
import leakcensus.person.PersonField;
import leakcensus.person.PersonRows;
import leakcensus.person.Place;
import leakcensus.person.Sex;
import leakcensus.person.SmallMention;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;

/**
 * The rules of the linkage said once more, over plain collections and JGraphT's components: a node
 * is a list of what it stands on.
 */
final class PlainLinkage {

  private final List<SmallMention> mentions;
  private final TrustSettings trust;
  private final Map<SmallMention, List<Object>> nodes = new LinkedHashMap<>();
  private List<Set<List<Object>>> identities = List.of();
  private Graph<List<Object>, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);

  PlainLinkage(List<SmallMention> mentions, TrustSettings trust) {
    this.mentions = mentions;
    this.trust = trust;
    Set<Integer> junk = junkIds();
    for (SmallMention mention : mentions) {
      nodes.put(mention, node(mention, junk));
      graph.addVertex(nodes.get(mention));
    }
    if (mentions.stream().anyMatch(mention -> holdsSeveralIds(mention))) {
      join(PersonField.NATIONAL_ID);
    }
    identities = new ConnectivityInspector<>(graph).connectedSets();
    join(PersonField.EMAIL);
    join(PersonField.PHONE);
  }

  /** For each mention, by position, the smallest position of a mention of the same person. */
  Map<Long, Long> partition() {
    Map<Set<List<Object>>, Long> first = new HashMap<>();
    ConnectivityInspector<List<Object>, DefaultEdge> components =
        new ConnectivityInspector<>(graph);
    Map<List<Object>, Set<List<Object>>> componentOf = new HashMap<>();
    for (Set<List<Object>> component : components.connectedSets()) {
      component.forEach(node -> componentOf.put(node, component));
    }
    nodes.forEach(
        (mention, node) -> first.merge(componentOf.get(node), mention.position(), Math::min));
    Map<Long, Long> partition = new TreeMap<>();
    nodes.forEach(
        (mention, node) -> partition.put(mention.position(), first.get(componentOf.get(node))));
    return partition;
  }

  /** The rows of all persons, as {@link LinkChain#personRows} writes them. */
  List<String> personRows() {
    Map<Long, Long> partition = partition();
    return mentions.stream()
        .collect(Collectors.groupingBy(mention -> partition.get(mention.position())))
        .values()
        .stream()
        .map(this::personRow)
        .sorted()
        .toList();
  }

  private String personRow(List<SmallMention> person) {
    long facts =
        PersonRows.facts(
            person.stream().anyMatch(PlainLinkage::isSomebody),
            person.stream().map(SmallMention::place).reduce(Place.UNKNOWN, Place::better),
            Sex.values()[smallestKnown(person, mention -> mention.sex().ordinal())],
            smallestKnown(person, SmallMention::birthYear));
    List<List<Long>> rows = new ArrayList<>();
    person.stream()
        .collect(Collectors.groupingBy(SmallMention::source, TreeMap::new, Collectors.toList()))
        .forEach((source, inSource) -> rows.add(sourceRow(source, inSource, facts)));
    return rows.stream().map(List::toString).toList().toString();
  }

  private List<Long> sourceRow(long source, List<SmallMention> inSource, long facts) {
    long checked =
        inSource.stream()
            .filter(mention -> nodes.get(mention).get(0) == NodeKind.NATIONAL_ID)
            .filter(mention -> mention.idStep() == IdStep.VALID_18.ordinal())
            .count();
    List<Long> row = new ArrayList<>();
    row.add(source);
    row.add((long) inSource.size());
    row.add(inSource.stream().mapToLong(SmallMention::presence).reduce(0, (a, b) -> a | b));
    row.add(inSource.stream().mapToLong(SmallMention::validity).reduce(0, (a, b) -> a | b));
    row.add(checked);
    row.add(facts);
    if (inSource.size() == 2) {
      inSource.stream()
          .sorted(Comparator.comparing(SmallMention::fileId).thenComparing(SmallMention::position))
          .forEach(mention -> row.addAll(List.of((long) mention.fileId(), mention.position())));
    }
    return row;
  }

  private static int smallestKnown(List<SmallMention> person, ToIntFunction<SmallMention> fact) {
    return person.stream().mapToInt(fact).filter(known -> known != 0).min().orElse(0);
  }

  private static boolean isSomebody(SmallMention mention) {
    boolean identified =
        Stream.of(PersonField.NATIONAL_ID, PersonField.EMAIL, PersonField.PHONE)
            .anyMatch(field -> valid(mention, field) != 0);
    boolean partlyNamed =
        name(mention) != 0 || mention.values().containsKey(PersonField.GIVEN_NAME);
    return identified
        || partlyNamed && valid(mention, PersonField.BIRTH_DATE) != 0
        || name(mention) != 0
            && (valid(mention, PersonField.ADDRESS) != 0 || mention.birthYear() != 0);
  }

  private Set<Integer> junkIds() {
    Map<Integer, List<SmallMention>> byId =
        mentions.stream()
            .filter(mention -> valid(mention, PersonField.NATIONAL_ID) != 0)
            .collect(Collectors.groupingBy(each -> valid(each, PersonField.NATIONAL_ID)));
    return byId.entrySet().stream()
        .filter(
            id ->
                id.getValue().size() > trust.maxMentions()
                    || different(id.getValue().stream().map(PlainLinkage::name)) > trust.maxNames())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static List<Object> node(SmallMention mention, Set<Integer> junk) {
    int id = valid(mention, PersonField.NATIONAL_ID);
    int email = valid(mention, PersonField.EMAIL);
    int phone = valid(mention, PersonField.PHONE);
    int birth = valid(mention, PersonField.BIRTH_DATE);
    if (id != 0 && !junk.contains(id)) {
      return List.of(NodeKind.NATIONAL_ID, id);
    }
    if (id == 0 && email != 0) {
      return List.of(NodeKind.EMAIL, email, name(mention), birth);
    }
    if (id == 0 && phone != 0) {
      return List.of(NodeKind.PHONE, phone, name(mention), birth);
    }
    return List.of(
        NodeKind.CONTENT,
        mention.values(),
        furtherValues(mention),
        isSomebody(mention) ? -1 : mention.content());
  }

  private void join(PersonField identifier) {
    List<List<List<Object>>> joins = new ArrayList<>();
    Map<Integer, List<SmallMention>> sharing = new TreeMap<>();
    for (SmallMention mention : mentions) {
      for (int value : mention.valid(identifier)) {
        sharing.computeIfAbsent(value, unseen -> new ArrayList<>()).add(mention);
      }
    }
    sharing.values().forEach(each -> joins.addAll(joins(each, identifier)));
    Graph<List<Object>, DefaultEdge> tentative = copy();
    joins.forEach(join -> connect(tentative, join));
    ConnectivityInspector<List<Object>, DefaultEdge> components =
        new ConnectivityInspector<>(tentative);
    Graph<List<Object>, DefaultEdge> kept = copy();
    for (List<List<Object>> join : joins) {
      if (identifier == PersonField.NATIONAL_ID
          || identities(components.connectedSetOf(join.get(0))) <= 1) {
        connect(kept, join);
      }
    }
    graph = kept;
  }

  /** Nodes that share ids are one identity, and any other node of an id is. */
  private long identities(Set<List<Object>> component) {
    return identities.stream()
        .filter(identity -> component.containsAll(identity))
        .filter(
            identity ->
                identity.size() > 1 || identity.iterator().next().get(0) == NodeKind.NATIONAL_ID)
        .count();
  }

  private static boolean holdsSeveralIds(SmallMention mention) {
    return !mention.further().getOrDefault(PersonField.NATIONAL_ID, Set.of()).isEmpty();
  }

  private static Set<List<Object>> furtherValues(SmallMention mention) {
    Set<List<Object>> all = new HashSet<>();
    mention
        .further()
        .forEach((field, values) -> values.forEach(value -> all.add(List.of(field, value))));
    return all;
  }

  private List<List<List<Object>>> joins(List<SmallMention> sharing, PersonField identifier) {
    boolean byId = identifier == PersonField.NATIONAL_ID;
    long names = different(sharing.stream().map(PlainLinkage::name));
    if (sharing.size() > trust.maxMentions() || byId && names > trust.maxNames()) {
      return List.of();
    }
    if (agree(sharing, byId) && different(sharing.stream().map(PlainLinkage::name)) <= 1) {
      return List.of(sharing.stream().map(nodes::get).distinct().toList());
    }
    return sharing.stream()
        .filter(mention -> name(mention) != 0)
        .collect(Collectors.groupingBy(PlainLinkage::name))
        .values()
        .stream()
        .filter(named -> agree(named, byId))
        .map(named -> named.stream().map(nodes::get).distinct().toList())
        .toList();
  }

  private boolean agree(List<SmallMention> sharing, boolean byId) {
    Set<List<Object>> ids = new HashSet<>();
    sharing.stream()
        .map(nodes::get)
        .filter(node -> node.get(0) == NodeKind.NATIONAL_ID)
        .forEach(ids::add);
    return (byId || ids.size() <= 1)
        && different(sharing.stream().map(each -> valid(each, PersonField.BIRTH_DATE))) <= 1;
  }

  private Graph<List<Object>, DefaultEdge> copy() {
    Graph<List<Object>, DefaultEdge> copy = new SimpleGraph<>(DefaultEdge.class);
    Graphs.addGraph(copy, graph);
    return copy;
  }

  private static void connect(Graph<List<Object>, DefaultEdge> graph, List<List<Object>> nodes) {
    for (List<Object> node : nodes) {
      if (!Objects.equals(node, nodes.get(0))) {
        graph.addEdge(nodes.get(0), node);
      }
    }
  }

  private static long different(Stream<Integer> values) {
    return values.filter(value -> value != 0).distinct().count();
  }

  private static int name(SmallMention mention) {
    return mention.values().getOrDefault(PersonField.FULL_NAME, 0);
  }

  private static int valid(SmallMention mention, PersonField field) {
    return Math.max(0, mention.values().getOrDefault(field, 0));
  }
}
