package leakcensus.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes records as the only sheet of an XLSX workbook, its texts inside the cells. */
final class WorkbookRecords implements RecordOutput {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String PACKAGES = "http://schemas.openxmlformats.org/package/2006";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPES =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final ZipOutputStream zip;

  WorkbookRecords(OutputStream output) throws IOException {
    zip = new ZipOutputStream(output);
    part(
        "[Content_Types].xml",
        """
        <Types xmlns="%1$s/content-types">\
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Override PartName="/xl/workbook.xml" ContentType="%2$ssheet.main+xml"/>\
        <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%2$sworksheet+xml"/></Types>"""
            .formatted(PACKAGES, TYPES));
    part("_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
    part(
        "xl/workbook.xml",
        """
        <workbook xmlns="%s" xmlns:r="%s"><sheets>\
        <sheet name="people" sheetId="1" r:id="rId1"/></sheets></workbook>"""
            .formatted(MAIN, RELATIONS));
    part("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
    zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
    print("<worksheet xmlns=\"%s\"><sheetData>".formatted(MAIN));
    write(MadeUpRecords.COLUMNS.toArray(new String[0]));
  }

  /** No made-up value holds a character that XML escapes. */
  @Override
  public void write(String[] values) throws IOException {
    StringBuilder row = new StringBuilder("<row>");
    for (String value : values) {
      row.append("<c t=\"inlineStr\"><is><t>").append(value).append("</t></is></c>");
    }
    print(row.append("</row>").toString());
  }

  @Override
  public void close() throws IOException {
    try (zip) {
      print("</sheetData></worksheet>");
    }
  }

  private static String relation(String kind, String target) {
    return """
        <Relationships xmlns="%s/relationships"><Relationship Id="rId1" Type="%s/%s" Target="%s"/>\
        </Relationships>"""
        .formatted(PACKAGES, RELATIONS, kind, target);
  }

  private void part(String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    print(xml);
    zip.closeEntry();
  }

  private void print(String text) throws IOException {
    zip.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
