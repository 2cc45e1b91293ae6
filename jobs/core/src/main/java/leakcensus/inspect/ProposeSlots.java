package leakcensus.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import leakcensus.person.PersonField;
import leakcensus.semantic.TypeProposal;

/**
 * Finds the persons that stand in one record, such as a reporter and a suspect, by the beginnings
 * of the names of their columns.
 *
 * <p>Where several columns hold whole names, what is left of each before their common end is a
 * role. Roles are persons if two of them at least have another field; columns of no role are the
 * first person's. Else all columns are one person's.
 *
 * <p>Errors: roles that only the ends of names tell ({@code name_reporter}) are not found.
 */
final class ProposeSlots {

  private static final int LEAST_PERSONS = 2;

  private ProposeSlots() {}

  /** The columns of each person by its name; one without a name where a record has one person. */
  static Map<String, Map<PersonField, List<TypeProposal>>> of(
      Map<PersonField, List<TypeProposal>> columns) {
    List<String> roles = roles(columns);
    Map<String, Map<PersonField, List<TypeProposal>>> slots = new LinkedHashMap<>();
    if (roles.size() < LEAST_PERSONS) {
      slots.put("", columns);
      return slots;
    }
    List<String> names = names(roles);
    names.forEach(name -> slots.put(name, new EnumMap<>(PersonField.class)));
    columns.forEach(
        (field, proposals) ->
            proposals.forEach(
                proposal -> {
                  int person = roles.indexOf(role(proposal, roles).orElse(roles.get(0)));
                  slots
                      .get(names.get(person))
                      .computeIfAbsent(field, key -> new ArrayList<>())
                      .add(proposal);
                }));
    return slots;
  }

  /** Beginnings of the names of columns that stand for persons, in the order of the table. */
  private static List<String> roles(Map<PersonField, List<TypeProposal>> columns) {
    List<String> holders =
        columns.getOrDefault(PersonField.FULL_NAME, List.of()).stream()
            .map(proposal -> proposal.column().name())
            .sorted()
            .toList();
    if (holders.size() < LEAST_PERSONS) {
      return List.of();
    }
    String end = holders.stream().reduce(ProposeSlots::commonEnd).orElseThrow();
    return holders.stream()
        .map(name -> name.substring(0, name.length() - end.length()))
        .filter(role -> !role.isEmpty() && hasAnotherField(role, columns))
        .toList();
  }

  private static boolean hasAnotherField(
      String role, Map<PersonField, List<TypeProposal>> columns) {
    return columns.entrySet().stream()
        .filter(entry -> entry.getKey() != PersonField.FULL_NAME)
        .flatMap(entry -> entry.getValue().stream())
        .anyMatch(proposal -> proposal.column().name().startsWith(role));
  }

  private static String commonEnd(String left, String right) {
    int length = 0;
    while (length < Math.min(left.length(), right.length())
        && left.charAt(left.length() - 1 - length) == right.charAt(right.length() - 1 - length)) {
      length++;
    }
    return left.substring(left.length() - length);
  }

  /** The longest role that the name of a column begins with. */
  private static Optional<String> role(TypeProposal proposal, List<String> roles) {
    return roles.stream()
        .filter(role -> proposal.column().name().startsWith(role))
        .max(Comparator.comparingInt(String::length));
  }

  /** Names of slots: the last word of each role where they differ, else numbers. */
  private static List<String> names(List<String> roles) {
    List<String> words = roles.stream().map(ProposeSlots::lastWord).toList();
    boolean telling =
        words.stream().noneMatch(String::isEmpty)
            && words.stream().distinct().count() == words.size();
    List<String> names = new ArrayList<>();
    for (int person = 0; person < roles.size(); person++) {
      names.add(telling ? words.get(person) : "person-" + (person + 1));
    }
    return names;
  }

  private static String lastWord(String role) {
    String[] words = role.split("[^A-Za-z]+");
    return words.length == 0 ? "" : words[words.length - 1].toLowerCase(Locale.ROOT);
  }
}
