package leakcensus.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** People as a workbook of several sheets; numbers are numbers where Excel would make them so. */
final class WorkbookWriter implements RecordWriter {

  private static final int SHEETS = 3;
  private static final int ROWS_IN_MEMORY = 100;

  @Override
  public String name() {
    return "xlsx";
  }

  @Override
  public List<String> settings(People people) {
    return List.of("format = xlsx");
  }

  @Override
  public boolean isText() {
    return false;
  }

  @Override
  public byte[] write(People people, TextEncoding encoding) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(null, ROWS_IN_MEMORY, true, true)) {
      for (People part : people.inParts(SHEETS)) {
        SXSSFSheet sheet = workbook.createSheet();
        put(sheet.createRow(0), people.columns());
        for (int row = 0; row < part.rows().size(); row++) {
          put(sheet.createRow(row + 1), part.rows().get(row));
        }
      }
      workbook.write(bytes);
    }
    return bytes.toByteArray();
  }

  private static void put(SXSSFRow row, List<String> values) {
    for (int column = 0; column < values.size(); column++) {
      String value = values.get(column);
      if (value.isEmpty()) {
        continue;
      }
      SXSSFCell cell = row.createCell(column);
      if (value.matches("[1-9][0-9]{0,10}")) {
        cell.setCellValue(Double.parseDouble(value));
      } else {
        cell.setCellValue(value);
      }
    }
  }
}
