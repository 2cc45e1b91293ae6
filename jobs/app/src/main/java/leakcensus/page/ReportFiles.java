package leakcensus.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.write.Manifest;

/**
 * The files of the report, made from the published tables and the manifest alone: the same run
 * gives the same bytes whenever they are made.
 */
public final class ReportFiles {

  /** Name of the page to hand on. */
  public static final String PAGE = "report.html";

  /** Name of the folder of CSV files. */
  public static final String CSV = "csv";

  private ReportFiles() {}

  /** All files that a run holds, by path below its folder. */
  public static Map<String, String> of(List<SummaryRows> tables, Manifest manifest) {
    Map<String, String> files = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      String ending = language == Language.EN ? "" : "." + language.code();
      Page page = ComposePage.of(tables, manifest, language);
      files.put("report" + ending + ".html", RenderHtml.of(page));
      files.put("report" + ending + ".md", RenderMarkdown.of(page));
    }
    csv(tables).forEach((name, text) -> files.put(CSV + "/" + name, text));
    return files;
  }

  /** The page. */
  public static String html(List<SummaryRows> tables, Manifest manifest, Language language) {
    return RenderHtml.of(ComposePage.of(tables, manifest, language));
  }

  /** The report as Markdown. */
  public static String markdown(List<SummaryRows> tables, Manifest manifest, Language language) {
    return RenderMarkdown.of(ComposePage.of(tables, manifest, language));
  }

  /** Each table as CSV, by file name. */
  public static Map<String, String> csv(List<SummaryRows> tables) {
    Map<String, String> files = new LinkedHashMap<>();
    tables.forEach(rows -> files.put(rows.table().name() + ".csv", RenderCsv.of(rows)));
    return files;
  }
}
