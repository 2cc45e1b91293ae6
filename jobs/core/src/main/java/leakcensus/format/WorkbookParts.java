package leakcensus.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The parts of an XLSX workbook that say where its sheets, texts and formats are. */
final class WorkbookParts implements Closeable {

  private static final String RELATIONS = "_rels/.rels";
  private static final String DEFAULT_WORKBOOK = "xl/workbook.xml";
  private static final int MAX_SHEETS = 10_000;
  private static final int MAX_NAME_CHARACTERS = 1 << 12;

  private final ZipFile zip;
  private final int maxTextBytes;
  private final List<String> sheets = new ArrayList<>();
  private final List<String> sheetNames = new ArrayList<>();
  private String sharedTexts = "";
  private String styles = "";
  private boolean from1904;

  private WorkbookParts(ZipFile zip, int maxTextBytes) {
    this.zip = zip;
    this.maxTextBytes = maxTextBytes;
  }

  /**
   * Opens a workbook.
   *
   * @param maxTextBytes longest text that is expected
   * @throws IOException if it is none, is encrypted or is broken
   */
  static WorkbookParts open(byte[] workbook, NamePattern sheet, int maxTextBytes)
      throws IOException {
    WorkbookParts parts = new WorkbookParts(zip(workbook), maxTextBytes);
    try {
      parts.readWorkbook(sheet);
    } catch (IOException | RuntimeException fault) {
      parts.close();
      throw broken();
    }
    return parts;
  }

  /** Paths of the sheets that are wanted, in the order of the workbook. */
  List<String> sheets() {
    return List.copyOf(sheets);
  }

  /** Names of these sheets. */
  List<String> sheetNames() {
    return List.copyOf(sheetNames);
  }

  /** Path of the texts that cells share; empty if there are none. */
  String sharedTexts() {
    return sharedTexts;
  }

  /** Path of the formats of cells; empty if there are none. */
  String styles() {
    return styles;
  }

  /** Whether dates count from 1904. */
  boolean isFrom1904() {
    return from1904;
  }

  /**
   * The bytes of a part.
   *
   * @throws IOException if there is none, or it cannot be read
   */
  InputStream bytes(String path) throws IOException {
    ZipArchiveEntry entry = zip.getEntry(path);
    if (entry == null) {
      throw broken();
    }
    try {
      return zip.getInputStream(entry);
    } catch (RuntimeException fault) {
      throw broken();
    }
  }

  /** The elements of a part. */
  XmlEvents events(String path) throws IOException {
    return new XmlEvents(bytes(path), maxTextBytes);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static ZipFile zip(byte[] workbook) throws IOException {
    try {
      return ZipFile.builder()
          .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
          .get();
    } catch (IOException | RuntimeException fault) {
      // The archiver's message names entries, and throws unchecked ones at broken fields.
      throw broken();
    }
  }

  private void readWorkbook(NamePattern sheet) throws IOException {
    String workbook = workbookPath();
    Map<String, Relation> relations = relations(workbook);
    for (Relation relation : relations.values()) {
      if (relation.type().endsWith("/sharedStrings")) {
        sharedTexts = relation.path();
      } else if (relation.type().endsWith("/styles")) {
        styles = relation.path();
      }
    }
    try (XmlEvents events = events(workbook)) {
      while (events.next()) {
        if (events.isStart("workbookPr")) {
          String date = events.attribute("date1904");
          from1904 = date.equals("1") || date.equals("true");
        } else if (events.isStart("sheet")
            && sheets.size() < MAX_SHEETS
            && sheet.matches(events.attribute("name"))) {
          addSheet(events.attribute("name"), relations.get(events.attribute("id")));
        }
      }
    }
  }

  private void addSheet(String name, Relation relation) {
    if (relation != null && relation.type().endsWith("/worksheet")) {
      sheetNames.add(name);
      sheets.add(relation.path());
    }
  }

  private String workbookPath() throws IOException {
    if (zip.getEntry(RELATIONS) == null) {
      return DEFAULT_WORKBOOK;
    }
    return relations("", RELATIONS).values().stream()
        .filter(relation -> relation.type().endsWith("/officeDocument"))
        .map(relation -> relation.path())
        .findFirst()
        .orElse(DEFAULT_WORKBOOK);
  }

  private Map<String, Relation> relations(String part) throws IOException {
    String folder = part.substring(0, part.lastIndexOf('/') + 1);
    return relations(folder, folder + "_rels/" + part.substring(folder.length()) + ".rels");
  }

  private Map<String, Relation> relations(String folder, String path) throws IOException {
    Map<String, Relation> relations = new HashMap<>();
    try (XmlEvents events = events(path)) {
      while (events.next()) {
        String target = events.isStart("Relationship") ? events.attribute("Target") : "";
        if (!target.isEmpty()
            && target.length() <= MAX_NAME_CHARACTERS
            && relations.size() < 2 * MAX_SHEETS) {
          String full = target.startsWith("/") ? target.substring(1) : folder + target;
          relations.put(events.attribute("Id"), new Relation(events.attribute("Type"), full));
        }
      }
    }
    return relations;
  }

  private static IOException broken() {
    return new IOException("Cannot open a workbook: encrypted, broken or of another format");
  }

  /** What a part points to. */
  private record Relation(String type, String path) {}
}
