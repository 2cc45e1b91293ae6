package leakcensus.canary;

import static leakcensus.canary.Canaries.ADDRESS;
import static leakcensus.canary.Canaries.BAD_BIRTH_DATE;
import static leakcensus.canary.Canaries.BAD_NATIONAL_ID;
import static leakcensus.canary.Canaries.BAD_PHONE;
import static leakcensus.canary.Canaries.BIRTHPLACE;
import static leakcensus.canary.Canaries.BIRTH_DATE;
import static leakcensus.canary.Canaries.EMAIL;
import static leakcensus.canary.Canaries.FILE;
import static leakcensus.canary.Canaries.FOLDER;
import static leakcensus.canary.Canaries.FULL_NAME;
import static leakcensus.canary.Canaries.GIVEN_NAME;
import static leakcensus.canary.Canaries.KEY;
import static leakcensus.canary.Canaries.LATIN_NAME;
import static leakcensus.canary.Canaries.NATIONAL_ID;
import static leakcensus.canary.Canaries.NUMBER;
import static leakcensus.canary.Canaries.OTHER;
import static leakcensus.canary.Canaries.PHONE;
import static leakcensus.canary.Canaries.POSTAL_CODE;
import static leakcensus.canary.Canaries.SEX;
import static leakcensus.canary.Canaries.SURNAME;
import static leakcensus.canary.Canaries.UNMAPPED;

/**
 * Rows with canaries among rows of made-up people. Every eighth row is planted, so that whatever
 * part of the data is left behind holds some.
 */
final class PlantedRecords {

  private static final int PLANTED_EVERY = 8;

  private PlantedRecords() {}

  static String jsonLines(int records) {
    StringBuilder lines = new StringBuilder();
    for (int record = 0; record < records; record++) {
      lines.append(jsonLine(record, ""));
    }
    return lines.toString();
  }

  /** A line of the source whose columns are paths. */
  static String jsonLine(int record, String name) {
    if (record % PLANTED_EVERY != 0) {
      return """
          {"name":"Person %1$d %4$s","id":"%2$d","phone":"131%3$08d","mail":"p%1$d@mail.test","born":"19%5$02d-0%6$d-11"}
          """
          .formatted(
              record, 100_000_000_000_000L + record, record, name, record % 90, record % 9 + 1);
    }
    boolean valid = record / PLANTED_EVERY % 2 == 0;
    return """
        {"name":"%s","id":"%s","phone":"%s","mail":"%s","home":{"text":"%s","post":"%s"},"born":"%s","sex":"%s","from":"%s","note":["%s"],"count":%s,"hidden":"%s","%s":1}
        """
        .formatted(
            name.isEmpty() ? FULL_NAME.text() : name,
            valid ? NATIONAL_ID.text() : BAD_NATIONAL_ID.text(),
            valid ? PHONE.text() : BAD_PHONE.text(),
            EMAIL.text(),
            ADDRESS.text(),
            POSTAL_CODE.text(),
            valid ? BIRTH_DATE.text() : BAD_BIRTH_DATE.text(),
            SEX.text(),
            BIRTHPLACE.text(),
            OTHER.text(),
            NUMBER.text(),
            UNMAPPED.text(),
            KEY.text());
  }

  static String csvHeader(String unmapped) {
    return "full,last,first,id,phone,mail,home,post,born,sex,from,note," + unmapped + "\n";
  }

  static String csvRow(int row) {
    if (row % PLANTED_EVERY != 0) {
      return "Person %1$d,Last %1$d,First,%1$d,131%1$08d,p%1$d@mail.test,,,,,,,\n".formatted(row);
    }
    return String.join(
            ",",
            row / PLANTED_EVERY % 2 == 0 ? "" : LATIN_NAME.text(),
            SURNAME.text(),
            GIVEN_NAME.text(),
            NATIONAL_ID.text(),
            PHONE.text(),
            EMAIL.text(),
            "\"" + ADDRESS.text() + ", 2\"",
            POSTAL_CODE.text(),
            BIRTH_DATE.text(),
            SEX.text(),
            BIRTHPLACE.text(),
            OTHER.text(),
            UNMAPPED.text())
        + "\n";
  }

  static String configuration(int maxRecordBytes) {
    String columns =
        """
        fields {
          full-name = full, surname = last, given-name = first, national-id = id, phone = phone, email = mail,
          address = home, postal-code = post, birth-date = born, sex = sex, birthplace = from
        }
        other = [note]
        """;
    return """
        leak-census {
          read { max-record-bytes = %d, split-bytes = 1048576 }
          sources {
            documents {
              files = [json, "json/%s/%s.jsonl"]
              format = json-lines
              fields {
                full-name = name, national-id = id, phone = phone, email = mail, address = home.text,
                postal-code = home.post, birth-date = born, sex = sex, birthplace = from
              }
              other = [note, count]
            }
            rows { files = [csv], format = csv
              %s
            }
            chinese { files = [chinese], format = csv, charset = GB18030
              %s
            }
            columns { files = [parquet], format = parquet
              %s
            }
          }
        }
        """
        .formatted(maxRecordBytes, FOLDER.text(), FILE.text(), columns, columns, columns);
  }
}
