package leakcensus.spark.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import leakcensus.match.MentionPosition;
import leakcensus.match.TrueEntities;
import leakcensus.spark.stage.Procedure;
import leakcensus.spark.table.LabelTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Fetches the true entities of some mentions.
 *
 * <p>Jobs: one, which fetches a row a wanted mention.
 */
public final class FetchEntities implements Procedure<Dataset<Row>, TrueEntities> {

  private static final StructType POSITIONS =
      new StructType()
          .add(LabelTable.FILE_ID, DataTypes.IntegerType, false)
          .add(LabelTable.POSITION, DataTypes.LongType, false)
          .add(LabelTable.SLOT, DataTypes.IntegerType, false);

  private final Set<MentionPosition> wanted;

  /** Fetches the entities of these mentions, some thousand. */
  public FetchEntities(Set<MentionPosition> wanted) {
    this.wanted = Set.copyOf(wanted);
  }

  @Override
  public String name() {
    return "fetch-entities";
  }

  @Override
  public TrueEntities run(Dataset<Row> labels) {
    LabelTable.SCHEMA.require(labels);
    List<Row> positions = new ArrayList<>();
    for (MentionPosition mention : wanted) {
      positions.add(RowFactory.create(mention.fileId(), mention.position(), mention.slot()));
    }
    Dataset<Row> found =
        labels.join(
            functions.broadcast(labels.sparkSession().createDataFrame(positions, POSITIONS)),
            CollectionConverters.asScala(List.of(POSITIONS.fieldNames())).toSeq());
    Map<MentionPosition, Long> entities = new HashMap<>();
    for (Row row : found.collectAsList()) {
      entities.put(
          new MentionPosition(
              row.<Integer>getAs(LabelTable.FILE_ID),
              row.<Long>getAs(LabelTable.POSITION),
              row.<Integer>getAs(LabelTable.SLOT)),
          row.<Long>getAs(LabelTable.ENTITY));
    }
    return new TrueEntities(entities);
  }
}
