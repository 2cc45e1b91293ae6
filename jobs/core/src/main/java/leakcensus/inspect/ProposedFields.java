package leakcensus.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import leakcensus.normalise.NationalIdRule;
import leakcensus.person.PersonField;
import leakcensus.semantic.RankedType;
import leakcensus.semantic.SemanticType;
import leakcensus.semantic.TypeProposal;

/** Which columns of a table become which person fields, and which are only counted. */
final class ProposedFields {

  private static final Set<PersonField> NAMING =
      EnumSet.of(
          PersonField.FULL_NAME,
          PersonField.SURNAME,
          PersonField.NATIONAL_ID,
          PersonField.PHONE,
          PersonField.EMAIL);

  private final Map<PersonField, List<TypeProposal>> columns = new EnumMap<>(PersonField.class);
  private final List<TypeProposal> other = new ArrayList<>();
  private final Optional<SemanticType> idType;

  ProposedFields(List<TypeProposal> table) {
    idType = idType(table);
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

  /** Whether a field is among them that a person is known by: logs have places and dates too. */
  boolean nameAPerson() {
    return columns.keySet().stream().anyMatch(NAMING::contains);
  }

  /** Columns of which only the presence is to be counted. */
  List<TypeProposal> other() {
    return other;
  }

  /** The rule of the national ids that are mapped. */
  NationalIdRule idRule() {
    return idType.flatMap(type -> NationalIdRule.ofKey(type.key())).orElse(NationalIdRule.OPAQUE);
  }

  /** The columns of a field that meet a condition. */
  List<TypeProposal> of(PersonField field, Predicate<TypeProposal> condition) {
    return columns.getOrDefault(field, List.of()).stream().filter(condition).toList();
  }

  /** Ids of one kind break the rule of another, and one rule holds for a source. */
  private boolean isMapped(TypeProposal proposal) {
    SemanticType type = proposal.type();
    return type.field().isPresent()
        && !(type.isNationalId() && idType.filter(chosen -> chosen != type).isPresent());
  }

  /**
   * The kind of national id that the source is read by: the Chinese one, which tells most, or else
   * the one that is surest; none where no rule is known.
   */
  private static Optional<SemanticType> idType(List<TypeProposal> table) {
    return table.stream()
        .filter(proposal -> NationalIdRule.ofKey(proposal.type().key()).isPresent())
        .min(
            Comparator.comparing(
                    (TypeProposal proposal) -> proposal.type() != SemanticType.CN_RESIDENT_ID)
                .thenComparingDouble(ProposedFields::doubt))
        .map(TypeProposal::type);
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
