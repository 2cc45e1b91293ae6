package leakcensus.spark.evaluate;

import java.util.List;
import leakcensus.config.InputException;
import leakcensus.evaluate.PairCounts;
import leakcensus.spark.stage.Procedure;
import leakcensus.spark.table.AssignmentTable;
import leakcensus.spark.table.LabelTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Holds the persons of a run against the true entities.
 *
 * <p>Driver memory: one row for each different triple of sizes (overlap, person, entity).
 */
public final class ScorePersons implements Procedure<Dataset<Row>, PersonScore> {

  private static final String CELL = "cell_mentions";
  private static final String PERSON_SIZE = "person_mentions";
  private static final String ENTITY_SIZE = "entity_mentions";
  private static final String CELLS = "cells";

  private final Dataset<Row> labels;

  /** Scores against these labels. */
  public ScorePersons(Dataset<Row> labels) {
    LabelTable.SCHEMA.require(labels);
    this.labels = labels;
  }

  @Override
  public String name() {
    return "score-persons";
  }

  /**
   * The score of a run's assignments.
   *
   * @throws InputException if none of them has a label
   */
  @Override
  public PersonScore run(Dataset<Row> assignments) {
    AssignmentTable.SCHEMA.require(assignments);
    Dataset<Row> labelled =
        assignments
            .join(
                labels,
                scala.jdk.javaapi.CollectionConverters.asScala(
                        List.of(LabelTable.FILE_ID, LabelTable.POSITION, LabelTable.SLOT))
                    .toSeq(),
                "inner")
            .select(AssignmentTable.PERSON, LabelTable.ENTITY);
    PairCounts pairs = new PairCounts();
    List<Row> cells = cells(labelled).collectAsList();
    if (cells.isEmpty()) {
      throw new InputException(
          "Cannot score the run: none of its mentions has a true entity. Check --truth-source.");
    }
    for (Row row : cells) {
      pairs.add(row.getLong(0), row.getLong(1), row.getLong(2), row.getLong(3));
    }
    long entities = labels.select(LabelTable.ENTITY).distinct().count();
    return new PersonScore(entities, labels.count(), pairs.agreement());
  }

  private static Dataset<Row> cells(Dataset<Row> labelled) {
    Dataset<Row> persons = sizes(labelled, AssignmentTable.PERSON, PERSON_SIZE);
    Dataset<Row> entities = sizes(labelled, LabelTable.ENTITY, ENTITY_SIZE);
    return labelled
        .groupBy(AssignmentTable.PERSON, LabelTable.ENTITY)
        .agg(functions.count(functions.lit(1)).as(CELL))
        .join(persons, AssignmentTable.PERSON)
        .join(entities, LabelTable.ENTITY)
        .groupBy(CELL, PERSON_SIZE, ENTITY_SIZE)
        .agg(functions.count(functions.lit(1)).as(CELLS));
  }

  private static Dataset<Row> sizes(Dataset<Row> labelled, String key, String name) {
    return labelled.groupBy(key).agg(functions.count(functions.lit(1)).as(name));
  }
}
