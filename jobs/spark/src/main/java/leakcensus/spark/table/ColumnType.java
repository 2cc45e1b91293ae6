package leakcensus.spark.table;

import java.util.List;

/** Type of a column of a summary table. */
public enum ColumnType {
  WHOLE(Long.class, "bigint"),
  REAL(Double.class, "double"),
  FLAG(Boolean.class, "boolean"),
  TEXT(String.class, "string"),
  WHOLES(List.class, "array<bigint>");

  private final Class<?> javaType;
  private final String sqlName;

  ColumnType(Class<?> javaType, String sqlName) {
    this.javaType = javaType;
    this.sqlName = sqlName;
  }

  /** Class of the column's values. */
  public Class<?> javaType() {
    return javaType;
  }

  /** The type as SQL engines name it. */
  public String sqlName() {
    return sqlName;
  }
}
