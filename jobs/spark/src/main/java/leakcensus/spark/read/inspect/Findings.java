package leakcensus.spark.read.inspect;

import java.util.ArrayList;
import java.util.List;
import leakcensus.inspect.LeftOut;
import leakcensus.inspect.PartLeftOut;
import leakcensus.inspect.TableLook;

/** What is found in one file, part by part. */
final class Findings {

  private final List<TableLook> tables = new ArrayList<>();
  private final List<PartLeftOut> leftOut = new ArrayList<>();

  void add(TableLook table) {
    tables.add(table);
  }

  void leaveOut(String part, LeftOut reason) {
    leaveOut(part, reason, 1);
  }

  void leaveOut(String part, LeftOut reason, long times) {
    leftOut.add(new PartLeftOut(part, reason, times));
  }

  List<TableLook> tables() {
    return tables;
  }

  List<PartLeftOut> leftOut() {
    return leftOut;
  }
}
