package leakcensus.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import leakcensus.person.PersonField;

/**
 * One of the layouts of a mess.
 *
 * @param name its name in a test
 * @param writer its format
 * @param headings for each column of the files, in their order, the one of the people
 * @param named whether the files name their columns
 */
record MessLayout(String name, RecordWriter writer, Map<String, String> headings, boolean named) {

  private static final Map<String, PersonField> FIELDS =
      Map.of(
          "name", PersonField.FULL_NAME,
          "id_no", PersonField.NATIONAL_ID,
          "mobile", PersonField.PHONE,
          "sex", PersonField.SEX,
          "birth_date", PersonField.BIRTH_DATE,
          "address", PersonField.ADDRESS);

  private static final Map<String, String> ENGLISH =
      headings("full_name", "id_no", "mobile", "gender", "date_of_birth", "home_address");
  private static final Map<String, String> CHINESE =
      headings("姓名", "身份证号", "手机号码", "性别", "出生日期", "住址");
  private static final Map<String, String> GERMAN =
      headings("Name", "Ausweisnummer", "Telefonnummer", "Geschlecht", "Geburtsdatum", "Anschrift");
  private static final Map<String, String> PINYIN =
      headings("xingming", "sfzh", "shouji", "xingbie", "csrq", "dizhi");
  private static final Map<String, String> CAMEL =
      headings("userName", "idCard", "phoneNumber", "sex", "birthday", "address");

  static List<MessLayout> all() {
    return List.of(
        named("csv English", RecordWriters.CSV, ENGLISH),
        named("csv Chinese", RecordWriters.CSV, CHINESE),
        named("csv semicolon German", RecordWriters.CSV_SEMICOLON, GERMAN),
        named("csv single quotes", RecordWriters.CSV_SINGLE_QUOTES, PINYIN),
        named("csv shuffled", RecordWriters.CSV, shuffled(CAMEL)),
        named("tsv shuffled", RecordWriters.TSV, shuffled(ENGLISH)),
        unnamed("pipe without header", RecordWriters.PIPE, ENGLISH),
        unnamed("csv without header", RecordWriters.CSV_UNNAMED, shuffled(CHINESE)),
        named("json lines English", RecordWriters.JSON_LINES, ENGLISH),
        named("json lines Pinyin", RecordWriters.JSON_ASCII_LINES, PINYIN),
        named("hit lines", RecordWriters.HIT_LINES, CAMEL),
        named("search response", RecordWriters.SEARCH_RESPONSE, CAMEL),
        named("bulk", RecordWriters.BULK, PINYIN),
        named("json array Chinese", RecordWriters.JSON_PRETTY_ARRAY, CHINESE),
        named("json documents German", RecordWriters.JSON_DOCUMENTS, GERMAN),
        named(
            "mongo lines",
            RecordWriters.MONGO_LINES,
            headings("name", "id_no", "mobile", "sex", "birth_date", "address")),
        named("mysql", RecordWriters.MYSQL, ENGLISH),
        named("postgres copy", RecordWriters.POSTGRES_COPY, PINYIN),
        named("postgres inserts", RecordWriters.POSTGRES_INSERT, shuffled(CAMEL)),
        named("sqlite", RecordWriters.SQLITE, CAMEL),
        named("xlsx Chinese", RecordWriters.WORKBOOK, CHINESE),
        named("xlsx German", RecordWriters.WORKBOOK, shuffled(GERMAN)),
        named("parquet", RecordWriters.PARQUET, ENGLISH));
  }

  /** Which column of a configuration holds which field of the person. */
  Map<PersonField, String> columnsByField() {
    Map<PersonField, String> columns = new LinkedHashMap<>();
    int number = 0;
    for (Map.Entry<String, String> heading : headings.entrySet()) {
      number++;
      String column = named ? writer.path(heading.getKey()) : "column" + number;
      columns.put(FIELDS.get(heading.getValue()), column);
    }
    return columns;
  }

  @Override
  public String toString() {
    return name;
  }

  private static MessLayout named(String name, RecordWriter writer, Map<String, String> headings) {
    return new MessLayout(name, writer, headings, true);
  }

  private static MessLayout unnamed(
      String name, RecordWriter writer, Map<String, String> headings) {
    return new MessLayout(name, writer, headings, false);
  }

  private static Map<String, String> headings(
      String name, String id, String mobile, String sex, String birthDate, String address) {
    Map<String, String> headings = new LinkedHashMap<>();
    headings.put(name, "name");
    headings.put(id, "id_no");
    headings.put(mobile, "mobile");
    headings.put(sex, "sex");
    headings.put(birthDate, "birth_date");
    headings.put(address, "address");
    return headings;
  }

  /** The same columns in another order. */
  private static Map<String, String> shuffled(Map<String, String> headings) {
    List<String> names = List.copyOf(headings.keySet());
    Map<String, String> shuffled = new LinkedHashMap<>();
    for (int place : new int[] {3, 5, 0, 2, 4, 1}) {
      shuffled.put(names.get(place), headings.get(names.get(place)));
    }
    return shuffled;
  }
}
