package leakcensus.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import leakcensus.normalise.DateOrder;
import leakcensus.person.PersonField;
import leakcensus.semantic.ColumnProfile;
import leakcensus.semantic.RankedType;
import leakcensus.semantic.SemanticType;
import leakcensus.semantic.TypeProposal;
import leakcensus.source.RecordFormat;
import leakcensus.source.Source;
import leakcensus.source.ValueChoice;

/**
 * Writes the block of a source for the columns of one layout: fields by the proposed types, columns
 * that are only counted, and the rules that the values tell. Slots are left to the user.
 *
 * <p>Of each mapped column the text says why, in words of {@code ProposeType}. It holds no value,
 * and no name of a column that looks like one.
 */
public final class ProposeSource {

  static final String BEGIN = "leak-census.sources.";

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");
  private static final String INDENT = "  ";
  private static final int MOST_REGIONS = 8;

  private final String name;
  private final RecordFormat format;
  private final Optional<String> charset;
  private final List<String> files;

  /**
   * Begins a source.
   *
   * @param name name of the source
   * @param format layout of its records
   * @param charset its charset, or {@code detect}; none for UTF-8 and where there is none
   * @param files its files, as the configuration is to name them
   */
  public ProposeSource(
      String name, RecordFormat format, Optional<String> charset, List<String> files) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Invalid name of a source: %d characters (must be 1 to 64 letters, digits, hyphens and underscores, a letter first)"
              .formatted(name.length()));
    }
    this.name = name;
    this.format = format;
    this.charset = charset;
    this.files = List.copyOf(files);
  }

  /** The draft for these columns; those whose names look like values are left out. */
  public SourceDraft draft(List<TypeProposal> table) {
    List<TypeProposal> named =
        table.stream().filter(proposal -> !ColumnName.isValue(proposal.column().name())).toList();
    ProposedFields fields = new ProposedFields(named);
    int leftOut = table.size() - named.size();

    List<String> lines = new ArrayList<>();
    lines.add(BEGIN + name + " {");
    addFiles(lines);
    FormatLines.of(format).forEach(line -> lines.add(INDENT + line));
    charset.ifPresent(found -> lines.add(INDENT + "charset = " + found));
    if (leftOut > 0) {
      lines.add(
          INDENT
              + "# Left out are columns whose names look like values (%d): is there a header line?"
                  .formatted(leftOut));
    }
    addFields(lines, fields);
    addOther(lines, fields.other());
    addRules(lines, fields);
    lines.add("}");
    return new SourceDraft(name, String.join("\n", lines) + "\n", leftOut, fields.nameAPerson());
  }

  private void addFiles(List<String> lines) {
    if (files.size() == 1) {
      lines.add(INDENT + "files = " + list(files, Function.identity()));
      return;
    }
    lines.add(INDENT + "files = [");
    files.forEach(file -> lines.add(INDENT.repeat(2) + ColumnName.quoted(file)));
    lines.add(INDENT + "]");
  }

  private static void addFields(List<String> lines, ProposedFields fields) {
    if (fields.columns().isEmpty()) {
      lines.add(INDENT + "# No column is a person's for sure: name at least one field.");
    } else if (!fields.nameAPerson()) {
      lines.add(
          INDENT
              + "# None of these tells persons apart: is there a name, an id, a phone, an e-mail?");
    }
    Map<String, Map<PersonField, List<TypeProposal>>> slots = ProposeSlots.of(fields.columns());
    if (slots.size() == 1) {
      addFields(lines, INDENT, "fields", fields.columns());
      return;
    }
    lines.add(INDENT + "# Several persons a record: check who is who.");
    lines.add(INDENT + "slots {");
    slots.forEach((slot, columns) -> addFields(lines, INDENT.repeat(2), slot, columns));
    lines.add(INDENT + "}");
  }

  private static void addFields(
      List<String> lines,
      String indent,
      String name,
      Map<PersonField, List<TypeProposal>> columns) {
    boolean onePerson = columns.getOrDefault(PersonField.FULL_NAME, List.of()).size() <= 1;
    lines.add(indent + name + " {");
    for (Map.Entry<PersonField, List<TypeProposal>> entry : columns.entrySet()) {
      for (TypeProposal proposal : entry.getValue()) {
        lines.add(indent + INDENT + "# " + reason(proposal));
      }
      lines.add(
          indent
              + INDENT
              + entry.getKey().key()
              + " = "
              + columns(entry.getKey(), entry.getValue(), onePerson));
    }
    lines.add(indent + "}");
  }

  private static String reason(TypeProposal proposal) {
    RankedType best = proposal.best().orElseThrow();
    return "%s, %s: %s"
        .formatted(
            best.type().meaning(),
            confidence(best.confidence()),
            best.reasons().isEmpty() ? "by the other columns" : String.join("; ", best.reasons()));
  }

  private static String confidence(double ratio) {
    return ratio > 0.99 ? "sure" : String.format(Locale.ROOT, "confidence %.2f", ratio);
  }

  /** Ids of one column that others follow may be of several kinds, or of several persons. */
  private static String columns(
      PersonField field, List<TypeProposal> proposals, boolean onePerson) {
    List<String> names = new ArrayList<>();
    Optional<String> number = Optional.empty();
    for (TypeProposal proposal : proposals) {
      String column = ColumnName.quoted(proposal.column().name());
      if (proposal.type() == SemanticType.HOUSE_NUMBER) {
        number = number.or(() -> Optional.of(column));
      } else {
        names.add(column);
      }
    }
    if (field == PersonField.ADDRESS && number.isPresent()) {
      names.set(0, "[%s, %s]".formatted(number.get(), names.get(0)));
      return "[" + String.join(", ", names) + "]";
    }
    if (names.size() == 1) {
      return names.get(0);
    }
    String list = "[" + String.join(", ", names) + "]";
    boolean all = onePerson && ValueChoice.mayBeSeveral(field) && field != PersonField.NATIONAL_ID;
    return all ? "{ all = " + list + " }" : list;
  }

  private static void addOther(List<String> lines, List<TypeProposal> other) {
    if (other.size() > Source.MAX_OTHER) {
      lines.add(
          INDENT
              + "# %d further columns have no room here"
                  .formatted(other.size() - Source.MAX_OTHER));
    }
    List<TypeProposal> counted = other.stream().limit(Source.MAX_OTHER).toList();
    for (TypeProposal proposal : counted) {
      proposal
          .best()
          .filter(best -> best.type() != SemanticType.OTHER)
          .ifPresent(
              best ->
                  lines.add(
                      INDENT
                          + "# %s: %s"
                              .formatted(
                                  ColumnName.quoted(proposal.column().name()),
                                  best.type().meaning())));
    }
    lines.add(INDENT + "other = " + list(counted, proposal -> proposal.column().name()));
  }

  private static void addRules(List<String> lines, ProposedFields fields) {
    phoneRegion(fields)
        .ifPresentOrElse(
            region -> lines.add(INDENT + "phone-region = " + region),
            () ->
                addDoubt(
                    lines,
                    fields,
                    PersonField.PHONE,
                    "phone-region is open: say where numbers without a country code belong"
                        + likelyRegions(fields)));
    if (fields.columns().containsKey(PersonField.NATIONAL_ID)) {
      lines.add(INDENT + "national-id = " + fields.idRule().key());
    }
    dateOrder(fields)
        .ifPresentOrElse(
            order -> lines.add(INDENT + "date-order = " + order.key()),
            () ->
                addDoubt(
                    lines,
                    fields,
                    PersonField.BIRTH_DATE,
                    "date-order is open: no date allows one order only"));
  }

  private static void addDoubt(
      List<String> lines, ProposedFields fields, PersonField field, String words) {
    if (fields.columns().containsKey(field)) {
      lines.add(INDENT + "# " + words);
    }
  }

  private static Optional<String> phoneRegion(ProposedFields fields) {
    Map<String, Long> votes =
        fields.of(PersonField.PHONE, proposal -> true).stream()
            .map(TypeProposal::column)
            .flatMap(column -> column.phoneRegion().stream())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return votes.size() == 1 ? votes.keySet().stream().findFirst() : Optional.empty();
  }

  private static String likelyRegions(ProposedFields fields) {
    List<String> likely =
        fields.of(PersonField.PHONE, proposal -> true).stream()
            .flatMap(proposal -> proposal.column().likelyPhoneRegions().stream())
            .distinct()
            .limit(MOST_REGIONS)
            .toList();
    return likely.isEmpty() ? "" : "; many are valid in " + String.join(", ", likely);
  }

  private static Optional<DateOrder> dateOrder(ProposedFields fields) {
    return fields.of(PersonField.BIRTH_DATE, proposal -> true).stream()
        .map(TypeProposal::column)
        .map(ColumnProfile::dateOrder)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static <T> String list(List<T> things, Function<T, String> name) {
    return things.stream()
        .map(name)
        .map(ColumnName::quoted)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
