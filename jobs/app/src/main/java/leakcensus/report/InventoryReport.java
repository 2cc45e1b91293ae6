package leakcensus.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import leakcensus.inspect.ConfigText;
import leakcensus.inspect.Inventory;
import leakcensus.inspect.LayoutGroup;
import leakcensus.inspect.LeftOut;
import leakcensus.inspect.ProposedSource;
import leakcensus.inspect.ShownName;
import leakcensus.semantic.ColumnProfile;
import leakcensus.semantic.RankedType;
import leakcensus.semantic.ShapeCount;
import leakcensus.semantic.TypeProposal;
import leakcensus.source.RecordFault;

/**
 * What was found in some folders, for people and for programs. Files stand by number, values by
 * shape.
 */
public final class InventoryReport {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_NUMBERS = 10;
  private static final int NAME_WIDTH = 26;
  private static final int TYPE_WIDTH = 24;
  private static final int SHAPES = 2;
  private static final int SHAPE_WIDTH = 28;

  /** As stored; unpacked it holds one core for minutes. */
  private static final long LARGE_PACKED_BYTES = 1L << 30;

  private final Inventory inventory;

  public InventoryReport(Inventory inventory) {
    this.inventory = inventory;
  }

  /** The inventory as text for a terminal. */
  public String text() {
    TextLines lines = new TextLines();
    lines.add(
        "Looked into %s, %,d bytes: %s"
            .formatted(
                many(inventory.files(), "file"),
                inventory.bytes(),
                many(inventory.sources().size(), "layout")));
    inventory.sources().forEach(source -> addSource(lines, source));
    addLeftOut(lines);
    return lines.text();
  }

  private static void addSource(TextLines lines, ProposedSource source) {
    LayoutGroup group = source.group();
    lines.title(
        "%s%s: %s, %s, %,d bytes, %s"
            .formatted(
                source.name(),
                source.draft().isComplete() ? "" : " (no column of a person)",
                group.layout().format().key(),
                many(group.files().size(), "file"),
                group.bytes(),
                records(group)));
    if (!group.charsets().isEmpty()) {
      lines.wrap("  ", "charset: " + charsets(group));
    }
    if (!group.broken().isEmpty()) {
      lines.wrap("  ", "broken: " + broken(group));
    }
    if (group.largestPackedBytes() >= LARGE_PACKED_BYTES) {
      lines.wrap(
          "  ",
          "A packed file of %,d bytes will hold one core: one task unpacks it, whatever the cluster. Unpack it first, or give it time."
              .formatted(group.largestPackedBytes()));
    }
    lines.add(
        "  %-26s %-24s %-9s %-7s %s"
            .formatted("column", "held for", "how sure", "filled", "shapes"));
    source.columns().forEach(column -> lines.add(column(source, column)));
  }

  private static String records(LayoutGroup group) {
    if (group.isAll()) {
      return many(group.records(), "record");
    }
    return Math.round(group.estimatedRecords()) > group.records()
        ? "about %,d records (%,d read)"
            .formatted(Math.round(group.estimatedRecords()), group.records())
        : "at least %,d records".formatted(group.records());
  }

  private static String charsets(LayoutGroup group) {
    return group.charsets().entrySet().stream()
        .map(
            charset ->
                "%s in %s%s"
                    .formatted(
                        charset.getKey(),
                        many(group.filesOf(charset.getKey()), "table"),
                        charset.getValue() < 100
                            ? " (at least %d %% sure)".formatted(charset.getValue())
                            : ""))
        .collect(Collectors.joining(", "));
  }

  private static String broken(LayoutGroup group) {
    return group.broken().entrySet().stream()
        .map(
            fault ->
                "%s %s (%s)"
                    .formatted(
                        many(fault.getValue(), "record"),
                        fault.getKey().key(),
                        fault.getKey().meaning()))
        .collect(Collectors.joining("; "));
  }

  private static String column(ProposedSource source, TypeProposal proposal) {
    ColumnProfile column = proposal.column();
    String shapes =
        column.shownShapes().stream()
            .limit(SHAPES)
            .map(ShapeCount::shape)
            .map(shape -> TextLines.shortened(shape, SHAPE_WIDTH))
            .collect(Collectors.joining(" | "));
    return "  %s %-24s %-9s %-7s %s"
        .formatted(
            TextLines.padded(ShownName.of(column.name()), NAME_WIDTH),
            TextLines.shortened(heldFor(proposal), TYPE_WIDTH),
            proposal.best().map(best -> sure(best.confidence())).orElse(""),
            filled(column),
            shapes)
        .stripTrailing();
  }

  private static String heldFor(TypeProposal proposal) {
    return proposal
        .best()
        .map(
            best ->
                best.type()
                    .field()
                    .map(field -> field.key())
                    .orElse("(%s)".formatted(best.type().key())))
        .orElse("?");
  }

  private static String sure(double confidence) {
    return confidence > 0.99 ? "sure" : String.format(Locale.ROOT, "%.2f", confidence);
  }

  private static String filled(ColumnProfile column) {
    long records = column.counts().values() + column.counts().blanks();
    return records == 0
        ? ""
        : String.format(Locale.ROOT, "%.0f %%", 100.0 * column.counts().values() / records);
  }

  private void addLeftOut(TextLines lines) {
    Map<LeftOut, List<Integer>> reasons = inventory.filesByReason();
    if (reasons.isEmpty()) {
      return;
    }
    lines.title("Not in these layouts, or not wholly (names stand in the configuration)");
    reasons.forEach(
        (reason, files) ->
            lines.wrap(
                "  ",
                "%s: %s; %s. Number %s"
                    .formatted(
                        many(files.size(), "file"),
                        reason.what(),
                        reason.advice(),
                        numbers(files))));
  }

  private static String numbers(List<Integer> files) {
    String first =
        files.stream()
            .limit(MOST_NUMBERS)
            .map(number -> number.toString())
            .collect(Collectors.joining(", "));
    return files.size() > MOST_NUMBERS
        ? first + " and %,d more".formatted(files.size() - MOST_NUMBERS)
        : first;
  }

  private static String many(long number, String thing) {
    return "%,d %s%s".formatted(number, thing, number == 1 ? "" : "s");
  }

  /** The inventory, and the configuration that is proposed, as JSON. */
  public ObjectNode json() {
    ObjectNode result = JSON.createObjectNode();
    result.put("files", inventory.files());
    result.put("bytes", inventory.bytes());
    ArrayNode sources = result.putArray("sources");
    inventory.sources().forEach(source -> addSource(sources.addObject(), source));
    ArrayNode leftOut = result.putArray("left_out");
    inventory
        .filesByReason()
        .forEach(
            (reason, files) -> {
              ObjectNode node = leftOut.addObject();
              node.put("reason", reason.key());
              node.put("what", reason.what());
              node.put("advice", reason.advice());
              ArrayNode numbers = node.putArray("files");
              files.forEach(numbers::add);
            });
    result.put("configuration", ConfigText.of(inventory));
    return result;
  }

  private static void addSource(ObjectNode node, ProposedSource source) {
    LayoutGroup group = source.group();
    node.put("name", source.name());
    node.put("format", group.layout().format().key());
    node.put("has_persons", source.draft().isComplete());
    node.put("bytes", group.bytes());
    node.put("records_read", group.records());
    node.put("records_estimated", Math.round(group.estimatedRecords()));
    node.put("all_read", group.isAll());
    ArrayNode files = node.putArray("files");
    group.files().forEach(files::add);
    ObjectNode charsets = node.putObject("confidence_percent_by_charset");
    group.charsets().forEach(charsets::put);
    ObjectNode broken = node.putObject("broken_records");
    for (Map.Entry<RecordFault, Long> fault : group.broken().entrySet()) {
      broken.put(fault.getKey().key(), fault.getValue());
    }
    ArrayNode columns = node.putArray("columns");
    source.columns().forEach(column -> addColumn(columns.addObject(), column));
  }

  private static void addColumn(ObjectNode node, TypeProposal proposal) {
    ColumnProfile column = proposal.column();
    node.put("name", ShownName.of(column.name()));
    node.put("records", column.counts().values() + column.counts().blanks());
    node.put("filled", column.counts().values());
    node.put("type", proposal.type().key());
    node.put("field", proposal.type().field().map(field -> field.key()).orElse(null));
    node.put("confidence", proposal.ranked().get(0).confidence());
    ArrayNode reasons = node.putArray("reasons");
    List<String> words =
        new ArrayList<>(proposal.best().map(RankedType::reasons).orElse(List.of()));
    words.forEach(reasons::add);
    ObjectNode shapes = node.putObject("values_by_shape");
    column.shownShapes().forEach(shape -> shapes.put(shape.shape(), shape.values()));
  }
}
