package leakcensus.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import leakcensus.source.IntakeMeasure;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Apache POI writes the workbooks. */
class WorkbookTest {

  private static final List<String> COLUMNS = List.of("name", "phone");

  @Test
  void readsAllSheetsByTheirHeaders() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet first = workbook.createSheet("First");
      put(first, 0, "Customers of 2023");
      put(first, 2, "phone", "city", "name");
      put(first, 3, 13812345678.0, "Oslo", "ada");
      put(first, 5, "x", "y", "bo");
      put(first, 6, "phone", "city", "name");
      put(first, 7, 1, "z", "cy");
      XSSFSheet second = workbook.createSheet("Second");
      put(second, 0, "name", "phone");
      put(second, 1, "di", "007");

      ReadAll all = read(bytes(workbook), WorkbookOptions.allSheets());
      assertThat(all.records()).containsExactly("ada|13812345678", "bo|x", "cy|1", "di|007");
      assertThat(all.positions()).containsExactly(3L, 5L, 7L, 9L);
      assertThat(read(bytes(workbook), sheet("sec*")).records()).containsExactly("di|007");
    }
  }

  @Test
  void readsHeadersThatAreMerged() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet();
      put(sheet, 0, "id", "holder", null, "reporter", null);
      put(sheet, 1, null, "name", "phone", "name", "phone");
      put(sheet, 2, 5, "ada", "1", "bo", "2");
      sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 0));
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 1, 2));
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 3, 4));

      ReadAll read =
          ReadAll.of(
              bytes(workbook),
              List.of("id", "name", "reporter.name", "reporter.phone"),
              ReadAll.LIMIT,
              input -> new Workbook(input, WorkbookOptions.allSheets()));

      assertThat(read.records()).containsExactly("5|ada|bo|2");
    }
  }

  @Test
  void writesNumbersAsTheyStand() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet();
      put(sheet, 0, "name", "phone");
      put(sheet, 1, "110101199003070011", 0.1);
      put(sheet, 2, 1e15, -2.50);
      put(sheet, 3, 1e-7, true);
      put(sheet, 4, "a\n\u738b", 0);
      sheet.createRow(5).createCell(0).setCellFormula("1/0");

      assertThat(read(bytes(workbook), WorkbookOptions.allSheets()).records())
          .containsExactly(
              "110101199003070011|0.1", "1000000000000000|-2.5", "0.0000001|TRUE", "a\n\u738b|0");
    }
  }

  @Test
  void writesDatesByTheFormatOfTheirCell() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet();
      put(sheet, 0, "name", "phone");
      put(sheet, 1, 32874.0, 32874.75);
      style(workbook, sheet.getRow(1).getCell(0), "dd.mm.yyyy");
      style(workbook, sheet.getRow(1).getCell(1), "yyyy/m/d h:mm");
      put(sheet, 2, 0.5, 59);
      style(workbook, sheet.getRow(2).getCell(0), "h:mm AM/PM");
      style(workbook, sheet.getRow(2).getCell(1), "yyyy\"\u5e74\"m\"\u6708\"");
      put(sheet, 3, 32874.0, 5e9);
      style(workbook, sheet.getRow(3).getCell(0), "0 \"days\"");
      style(workbook, sheet.getRow(3).getCell(1), "yyyy-mm-dd");

      assertThat(read(bytes(workbook), WorkbookOptions.allSheets()).records())
          .containsExactly(
              "1990-01-01|1990-01-01 18:00:00", "12:00:00|1900-02-28", "32874|5000000000");
    }
  }

  @Test
  void countsDatesFrom1904WhereTheWorkbookSays() {
    assertThat(new CellNumbers(true).write("0", CellFormats.Kind.DATE)).isEqualTo("1904-01-01");
    assertThat(new CellNumbers(false).write("61", CellFormats.Kind.DATE)).isEqualTo("1900-03-01");
    assertThat(new CellNumbers(false).write("1", CellFormats.Kind.DATE)).isEqualTo("1900-01-01");
    assertThat(new CellNumbers(false).write("2.9999999", CellFormats.Kind.DATE_AND_TIME))
        .isEqualTo("1900-01-03");
  }

  @ParameterizedTest
  @CsvSource({
    "1.3812345678E10, 13812345678",
    "13812345678, 13812345678",
    "1E1000000000, 1E1000000000",
    "0E-10, 0",
    "12.10, 12.1",
    "x, x",
    "NaN, NaN"
  })
  void writesNumbersWithoutExponent(String stored, String expected) {
    assertThat(new CellNumbers(false).write(stored, CellFormats.Kind.NUMBER)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "General",
        "0.00",
        "#,##0",
        "@",
        "yyyy-mm-dd",
        "d/m/yy",
        "h:mm",
        "[h]:mm:ss",
        "mm:ss.0",
        "[$-409]d-mmm-yy;@",
        "[Red]0.00",
        "m/d/yyyy h:mm",
        "yyyy\"\u5e74\"m\"\u6708\"d\"\u65e5\"",
        "[$-F800]dddd, mmmm dd, yyyy",
        "0.00E+00"
      })
  void tellsDatesFromNumbersAsPoiDoes(String code) {
    assertThat(CellFormats.kindOf(code) != CellFormats.Kind.NUMBER)
        .isEqualTo(DateUtil.isADateFormat(200, code));
  }

  @Test
  void quarantinesRowsThatNoRowNames() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet();
      put(sheet, 0, 1, "ada");
      put(sheet, 1, 2, "bo");
      XSSFSheet other = workbook.createSheet();
      put(other, 0, "name", "phone");
      put(other, 1, "cy", "3");

      ReadAll read = read(bytes(workbook), WorkbookOptions.allSheets());

      assertThat(read.records()).containsExactly("wrong-field-count", "wrong-field-count", "cy|3");
      assertThat(read.positions()).containsExactly(0L, 1L, 3L);
    }
  }

  @Test
  void quarantinesManyRowsThatNoRowNames() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet();
      for (int row = 0; row < 250; row++) {
        put(sheet, row, row, row);
      }

      assertThat(read(bytes(workbook), WorkbookOptions.allSheets()).records())
          .hasSize(250)
          .containsOnly("wrong-field-count");
    }
  }

  @Test
  void passesOverARowThatIsTooLong() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet();
      put(sheet, 0, "name", "phone");
      put(sheet, 1, "x".repeat(5000), "1");
      put(sheet, 2, "ada", "2");

      ReadAll read =
          ReadAll.of(
              bytes(workbook),
              COLUMNS,
              1000,
              input -> new Workbook(input, WorkbookOptions.allSheets()));

      assertThat(read.records()).containsExactly("too-long", "ada|2");
    }
  }

  @Test
  void countsAnEncryptedWorkbookAsUnreadable()
      throws IOException, GeneralSecurityException, OpenXML4JException {
    byte[] encrypted;
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        POIFSFileSystem files = new POIFSFileSystem();
        ByteArrayOutputStream target = new ByteArrayOutputStream()) {
      put(workbook.createSheet(), 0, "name", "phone");
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OPCPackage opc = OPCPackage.open(new ByteArrayInputStream(bytes(workbook)));
          OutputStream stream = encryptor.getDataStream(files)) {
        opc.save(stream);
      }
      files.writeFilesystem(target);
      encrypted = target.toByteArray();
    }

    ReadAll read = read(encrypted, WorkbookOptions.allSheets());

    assertThat(read.records()).isEmpty();
    assertThat(read.count(IntakeMeasure.UNREADABLE)).isEqualTo(1);
  }

  @Test
  void countsABrokenOrLargeWorkbookAsUnreadable() throws IOException {
    byte[] whole;
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      put(workbook.createSheet(), 0, "name", "phone");
      whole = bytes(workbook);
    }
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    int least = whole.length;

    assertThat(read(cut, WorkbookOptions.allSheets()).count(IntakeMeasure.UNREADABLE)).isEqualTo(1);
    assertThat(read(new byte[0], WorkbookOptions.allSheets()).count(IntakeMeasure.UNREADABLE))
        .isEqualTo(1);
    assertThat(read(whole, new WorkbookOptions("*", least, 100)).count(IntakeMeasure.UNREADABLE))
        .isZero();
    assertThat(
            read(whole, new WorkbookOptions("*", least - 1, 100)).count(IntakeMeasure.UNREADABLE))
        .isEqualTo(1);
    assertThat(read(whole, new WorkbookOptions("*", least, 5)).count(IntakeMeasure.UNREADABLE))
        .isEqualTo(1);
  }

  @Test
  void readsUpToWhereASheetBreaksOff() throws IOException {
    byte[] workbook =
        HandmadeWorkbook.of(
            "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>name</t></is></c>"
                + "<c t=\"inlineStr\"><is><t>phone</t></is></c></row>"
                + "<row><c t=\"inlineStr\"><is><t>_x0041_</t><rPh><t>no</t></rPh><r><t>da</t></r></is>"
                + "</c><c><v>1</v></c></row><row><c><v>2</v>");

    ReadAll read = read(workbook, WorkbookOptions.allSheets());

    assertThat(read.records()).containsExactly("Ada|1", "truncated");
    assertThat(read.count(IntakeMeasure.PARTIAL)).isEqualTo(1);
  }

  @Test
  void endsASheetWhoseTagNeverEnds() throws IOException {
    byte[] workbook =
        HandmadeWorkbook.of(
            "<worksheet><sheetData><row><c r=\"" + "A".repeat(3_000_000) + "\"/></row>");

    ReadAll read =
        ReadAll.of(
            workbook, COLUMNS, 1000, input -> new Workbook(input, WorkbookOptions.allSheets()));

    assertThat(read.records()).containsExactly("truncated");
  }

  @Test
  void expandsNoEntities() throws IOException {
    byte[] workbook =
        HandmadeWorkbook.of(
            "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                + "<worksheet><sheetData><row><c t=\"str\"><v>name</v></c>"
                + "<c t=\"str\"><v>phone</v></c></row>"
                + "<row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>");

    assertThat(read(workbook, WorkbookOptions.allSheets()).records()).containsExactly("truncated");
  }

  @Test
  void keepsNoMoreOfARowThanItsColumns() throws IOException {
    byte[] workbook =
        HandmadeWorkbook.of(
            "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>name</v></c>"
                + "<c r=\"B1\" t=\"str\"><v>phone</v></c></row>"
                + "<row r=\"999999999\"><c r=\"A2\" t=\"str\"><v>ada</v></c>"
                + "<c r=\"ZZZZZZ2\"><v>1</v></c><c r=\"ZZZ2\"><v>1</v></c></row>"
                + "</sheetData></worksheet>");

    ReadAll read = read(workbook, WorkbookOptions.allSheets());

    assertThat(read.records()).containsExactly("ada|");
    assertThat(read.positions()).containsExactly(1L);
  }

  @Test
  void rejectsLimitsThatCannotBe() {
    assertThatThrownBy(() -> new WorkbookOptions("", 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Missing sheet: name one, or * for all");
    assertThatThrownBy(() -> new WorkbookOptions("*", 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid limit of a workbook: 0 bytes (must be >= 1)");
    assertThatThrownBy(() -> new WorkbookOptions("*", 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid limit of shared texts: 0 bytes (must be >= 1)");
  }

  static void put(XSSFSheet sheet, int rowNumber, Object... values) {
    Row row = sheet.createRow(rowNumber);
    for (int column = 0; column < values.length; column++) {
      if (values[column] instanceof String text) {
        row.createCell(column).setCellValue(text);
      } else if (values[column] instanceof Number number) {
        row.createCell(column).setCellValue(number.doubleValue());
      } else if (values[column] instanceof Boolean bool) {
        row.createCell(column).setCellValue(bool);
      }
    }
  }

  static byte[] bytes(XSSFWorkbook workbook) throws IOException {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    workbook.write(target);
    return target.toByteArray();
  }

  static ReadAll read(byte[] workbook, WorkbookOptions options) {
    return ReadAll.of(workbook, COLUMNS, ReadAll.LIMIT, input -> new Workbook(input, options));
  }

  private static WorkbookOptions sheet(String name) {
    return new WorkbookOptions(name, ReadAll.LIMIT, ReadAll.LIMIT);
  }

  private static void style(XSSFWorkbook workbook, Cell cell, String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    cell.setCellStyle(style);
  }
}
