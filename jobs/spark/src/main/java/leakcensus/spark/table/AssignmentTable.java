package leakcensus.spark.table;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * One row a mention: the opaque number of its person. Written only when asked for, since numbers of
 * persons are still personal data; a number means nothing outside its run.
 */
public final class AssignmentTable {

  public static final String FILE_ID = "file_id";
  public static final String POSITION = "position";
  public static final String SLOT = "slot";
  public static final String PERSON = "person";
  public static final String ATTRIBUTABLE = "attributable";
  public static final String ORGANISATION = "organisation";

  public static final TableSchema SCHEMA =
      new TableSchema(
          "assignments",
          new StructType()
              .add(FILE_ID, DataTypes.IntegerType, false)
              .add(POSITION, DataTypes.LongType, false)
              .add(SLOT, DataTypes.IntegerType, false)
              .add(PERSON, DataTypes.LongType, false)
              .add(ATTRIBUTABLE, DataTypes.BooleanType, false)
              .add(ORGANISATION, DataTypes.BooleanType, false));

  private AssignmentTable() {}
}
