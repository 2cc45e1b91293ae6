package leakcensus.corpus;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files that lie beside leaks and hold no records of people. */
final class IrrelevantFiles {

  private IrrelevantFiles() {}

  /** Content by name. */
  static Map<String, byte[]> all() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(
        "README.md",
        text("# Dump\n\nBought in spring, see notes.\nDo not share.\n\n* one\n* two, three\n"));
    files.put(
        "notes.txt",
        text("call back on monday\nthe tables came from the old server\n\nask for more\n"));
    files.put("server.log", serverLog());
    files.put("access.log", accessLog());
    files.put(
        "export.sh",
        text(
            "#!/bin/sh\n"
                + "set -e\n"
                + "for t in users orders; do\n"
                + "  mysqldump shop \"$t\" > \"$t.sql\"\n"
                + "done\n"));
    files.put(
        "parse.py",
        text(
            "import csv\n\n\n"
                + "def rows(path):\n"
                + "    with open(path) as f:\n"
                + "        yield from csv.reader(f)\n\n\n"
                + "print(len(list(rows('a'))))\n"));
    files.put(
        "index.html",
        text(
            "<!DOCTYPE html>\n"
                + "<html><head><title>Index</title></head>\n"
                + "<body><p>Nothing here</p></body></html>\n"));
    files.put(
        "config.ini", text("[server]\nhost = localhost\nport = 9200\n\n[paths]\nout = /tmp\n"));
    files.put(
        "schema.sql",
        text("CREATE TABLE users (id int, name text);\nCREATE TABLE orders (id int);\n"));
    files.put("picture.png", bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13));
    files.put("photo.jpg", bytes(0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1));
    files.put(
        "letter.pdf", text("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n%%EOF\n"));
    files.put("tool.exe", windowsProgram());
    files.put("tool", bytes(0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0));
    files.put("old.xls", bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0, 0));
    files.put("app.db", text("SQLite format 3\0" + "\0".repeat(84)));
    files.put("dump.rar", bytes('R', 'a', 'r', '!', 0x1A, 7, 1, 0, 1, 2, 3, 4));
    files.put("random.bin", random());
    files.put("nothing.csv", new byte[0]);
    files.put("blank.txt", text("\n\n   \n"));
    return files;
  }

  private static byte[] serverLog() {
    StringBuilder log = new StringBuilder();
    for (int line = 0; line < 200; line++) {
      log.append(
          "2022-06-%02d 12:%02d:%02d,%03d INFO  worker-%d - took %d ms%n"
              .formatted(1 + line % 28, line % 60, line * 7 % 60, line, line % 4, line * 13 % 97));
    }
    return text(log.toString());
  }

  private static byte[] accessLog() {
    StringBuilder log = new StringBuilder();
    for (int line = 0; line < 200; line++) {
      log.append(
          "192.0.2.%d - - [12/Jun/2022:10:%02d:00 +0000] \"GET /a/%d HTTP/1.1\" 200 %d \"-\" \"Mozilla/5.0 (X11; Linux)\"%n"
              .formatted(line % 250, line % 60, line, 100 + line * 31));
    }
    return text(log.toString());
  }

  /** The head of a program tells where its second one stands. */
  private static byte[] windowsProgram() {
    byte[] bytes = new byte[256];
    bytes[0] = 'M';
    bytes[1] = 'Z';
    bytes[0x3C] = (byte) 0x80;
    bytes[0x80] = 'P';
    bytes[0x81] = 'E';
    return bytes;
  }

  private static byte[] random() {
    byte[] bytes = new byte[4096];
    new java.util.Random(7).nextBytes(bytes);
    bytes[0] = 0;
    return bytes;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(int... octets) {
    byte[] bytes = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      bytes[i] = (byte) octets[i];
    }
    return bytes;
  }
}
