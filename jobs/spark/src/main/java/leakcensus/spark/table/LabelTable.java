package leakcensus.spark.table;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * One row a mention of a truth set: which entity it really is, as a keyed token, and whether the
 * truth says that it is an organisation.
 */
public final class LabelTable {

  public static final String FILE_ID = AssignmentTable.FILE_ID;
  public static final String POSITION = AssignmentTable.POSITION;
  public static final String SLOT = AssignmentTable.SLOT;
  public static final String ENTITY = "entity";
  public static final String TRUE_ORGANISATION = "true_organisation";

  public static final TableSchema SCHEMA =
      new TableSchema(
          "label",
          new StructType()
              .add(FILE_ID, DataTypes.IntegerType, false)
              .add(POSITION, DataTypes.LongType, false)
              .add(SLOT, DataTypes.IntegerType, false)
              .add(ENTITY, DataTypes.LongType, false)
              .add(TRUE_ORGANISATION, DataTypes.BooleanType, false));

  private LabelTable() {}
}
