package leakcensus.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import leakcensus.person.PersonField;
import leakcensus.semantic.RankedType;
import leakcensus.semantic.SemanticType;
import leakcensus.semantic.TypeProposal;

/** Which columns of a table become which person fields, and which are only counted. */
final class ProposedFields {

  /** Each of them can be a person by itself, or nearly so. */
  private static final Set<PersonField> TELLING =
      EnumSet.of(
          PersonField.FULL_NAME,
          PersonField.GIVEN_NAME,
          PersonField.SURNAME,
          PersonField.NATIONAL_ID,
          PersonField.PHONE,
          PersonField.EMAIL);

  private final Map<PersonField, List<TypeProposal>> columns = new EnumMap<>(PersonField.class);
  private final List<TypeProposal> other = new ArrayList<>();
  private final boolean chinese;

  ProposedFields(List<TypeProposal> table) {
    chinese = table.stream().anyMatch(proposal -> proposal.type() == SemanticType.CN_RESIDENT_ID);
    for (TypeProposal proposal : table) {
      if (isMapped(proposal)) {
        columns
            .computeIfAbsent(proposal.type().field().orElseThrow(), field -> new ArrayList<>())
            .add(proposal);
      } else if (proposal.type() != SemanticType.ROW_ID) {
        other.add(proposal);
      }
    }
    columns.values().forEach(list -> list.sort(Comparator.comparingDouble(ProposedFields::doubt)));
    leaveOutNumbersWithoutStreet();
  }

  /** The fields with their columns, the surest column first. */
  Map<PersonField, List<TypeProposal>> columns() {
    return columns;
  }

  /**
   * Whether a record says enough to be somebody; of columns without names, shapes that lines of a
   * log have too are not enough.
   *
   * @param named whether the file names its columns
   */
  boolean tellPersons(boolean named) {
    return named ? !columns.isEmpty() : columns.keySet().stream().anyMatch(TELLING::contains);
  }

  /** Columns of which only the presence is to be counted. */
  List<TypeProposal> other() {
    return other;
  }

  /** Whether the national ids are Chinese resident ids. */
  boolean isChinese() {
    return chinese;
  }

  /** The columns of a field that meet a condition. */
  List<TypeProposal> of(PersonField field, Predicate<TypeProposal> condition) {
    return columns.getOrDefault(field, List.of()).stream().filter(condition).toList();
  }

  /** Ids of other countries break the rule of Chinese ones, and one rule holds for a source. */
  private boolean isMapped(TypeProposal proposal) {
    SemanticType type = proposal.type();
    return type.field().isPresent()
        && !(chinese && type.isNationalId() && type != SemanticType.CN_RESIDENT_ID);
  }

  private void leaveOutNumbersWithoutStreet() {
    List<TypeProposal> addresses = columns.getOrDefault(PersonField.ADDRESS, List.of());
    if (!addresses.isEmpty()
        && addresses.stream().allMatch(proposal -> proposal.type() == SemanticType.HOUSE_NUMBER)) {
      other.addAll(addresses);
      columns.remove(PersonField.ADDRESS);
    }
  }

  private static double doubt(TypeProposal proposal) {
    return -proposal.best().map(RankedType::confidence).orElse(0.0);
  }
}
