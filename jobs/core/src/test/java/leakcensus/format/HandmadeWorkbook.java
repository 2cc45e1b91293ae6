package leakcensus.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook of one sheet whose XML is written by hand. */
final class HandmadeWorkbook {

  private static final String TYPES =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private HandmadeWorkbook() {}

  static byte[] of(String sheet) throws IOException {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(target)) {
      put(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns:r=\""
              + TYPES
              + "\"><sheets><sheet name=\"S\" r:id=\"r1\"/></sheets>"
              + "</workbook>");
      put(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"r1\" Type=\""
              + TYPES
              + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
      put(zip, "xl/worksheets/sheet1.xml", sheet);
    }
    return target.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
