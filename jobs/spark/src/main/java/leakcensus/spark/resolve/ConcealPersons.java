package leakcensus.spark.resolve;

import java.util.Iterator;
import leakcensus.pseudonym.NumberKey;
import leakcensus.spark.stage.Stage;
import leakcensus.spark.table.AssignmentTable;
import leakcensus.spark.table.SecretTable;
import leakcensus.spark.table.TableSchema;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Puts numbers that mean nothing outside in the place of those of persons, which are tokens of the
 * run. Stands at the border: no token leaves a run as it is.
 */
public final class ConcealPersons implements Stage {

  /** What is concealed; further kinds of numbers would have domains of their own. */
  private static final byte PERSON_DOMAIN = 1;

  private final NumberKey key;

  /** A plan under a key. */
  public ConcealPersons(NumberKey key) {
    this.key = key;
  }

  @Override
  public String name() {
    return "conceal-persons";
  }

  @Override
  public TableSchema reads() {
    return AssignmentTable.SCHEMA;
  }

  @Override
  public TableSchema writes() {
    return AssignmentTable.SCHEMA;
  }

  @Override
  public Dataset<Row> plan(Dataset<Row> assignments) {
    JavaRDD<Row> rows = assignments.javaRDD();
    JavaRDD<byte[]> secrets =
        SecretTable.of(assignments.sparkSession(), key.secret(), rows.getNumPartitions());
    return assignments
        .sparkSession()
        .createDataFrame(
            rows.zipPartitions(secrets, new Conceal()), AssignmentTable.SCHEMA.columns());
  }

  /** Conceals the persons of one partition, row by row. */
  private static final class Conceal
      implements FlatMapFunction2<Iterator<Row>, Iterator<byte[]>, Row> {

    private static final long serialVersionUID = 1;

    @Override
    public Iterator<Row> call(Iterator<Row> rows, Iterator<byte[]> secret) {
      return new Concealed(rows, NumberKey.of(secret.next()));
    }
  }

  private record Concealed(Iterator<Row> rows, NumberKey key) implements Iterator<Row> {

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Row next() {
      Row row = rows.next();
      Object[] cells = new Object[row.size()];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = row.get(i);
      }
      int person = AssignmentTable.SCHEMA.columns().fieldIndex(AssignmentTable.PERSON);
      cells[person] = key.conceal(PERSON_DOMAIN, row.getLong(person));
      return RowFactory.create(cells);
    }
  }
}
