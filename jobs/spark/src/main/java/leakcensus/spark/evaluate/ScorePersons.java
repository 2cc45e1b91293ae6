package leakcensus.spark.evaluate;

import java.util.List;
import leakcensus.config.InputException;
import leakcensus.evaluate.PairCounts;
import leakcensus.spark.stage.Procedure;
import leakcensus.spark.table.AssignmentTable;
import leakcensus.spark.table.LabelTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Holds the persons of a run against the true entities. An entity is an organisation, and left out
 * with its mentions, where the truth says so of all of them. What the run holds for organisations
 * does not matter: where these are persons, it is wrong.
 *
 * <p>Driver memory: one row for each different triple of sizes (overlap, person, entity).
 */
public final class ScorePersons implements Procedure<Dataset<Row>, PersonScore> {

  private static final String CELL = "cell_mentions";
  private static final String PERSON_SIZE = "person_mentions";
  private static final String ENTITY_SIZE = "entity_mentions";
  private static final String CELLS = "cells";
  private static final String IS_ORGANISATION = "is_organisation";
  private static final String IS_TAKEN_FOR_ONE = "is_taken_for_one";
  private static final String ENTITY_MENTIONS = "all_mentions";
  private static final List<String> POSITION =
      List.of(LabelTable.FILE_ID, LabelTable.POSITION, LabelTable.SLOT);

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
   * @throws InputException if none of them is labelled as a person
   */
  @Override
  public PersonScore run(Dataset<Row> assignments) {
    AssignmentTable.SCHEMA.require(assignments);
    Dataset<Row> mentions = labels.join(assignments, columns(POSITION), "left");
    Dataset<Row> entities = entities(mentions);
    Row totals = totals(entities);
    Dataset<Row> labelled =
        mentions
            .filter(functions.col(AssignmentTable.PERSON).isNotNull())
            .join(entities.filter(functions.not(functions.col(IS_ORGANISATION))), LabelTable.ENTITY)
            .select(AssignmentTable.PERSON, LabelTable.ENTITY);
    PairCounts pairs = new PairCounts();
    List<Row> cells = cells(labelled).collectAsList();
    if (cells.isEmpty()) {
      throw new InputException(
          totals.getLong(1) > 0
              ? "Cannot score the run: all true entities among its mentions are organisations. Check --truth-organisations."
              : "Cannot score the run: none of its mentions has a true entity. Check --truth-source.");
    }
    for (Row row : cells) {
      pairs.add(row.getLong(0), row.getLong(1), row.getLong(2), row.getLong(3));
    }
    return new PersonScore(
        totals.getLong(0),
        totals.getLong(2),
        totals.getLong(1),
        totals.getLong(3),
        pairs.agreement());
  }

  /** The true entities: their mentions, and what truth and run say of all these. */
  private static Dataset<Row> entities(Dataset<Row> mentions) {
    return mentions
        .groupBy(LabelTable.ENTITY)
        .agg(
            functions.min(LabelTable.TRUE_ORGANISATION).as(IS_ORGANISATION),
            functions
                .min(
                    functions.coalesce(
                        functions.col(AssignmentTable.ORGANISATION), functions.lit(false)))
                .as(IS_TAKEN_FOR_ONE),
            functions.count(functions.lit(1)).as(ENTITY_MENTIONS));
  }

  /** Persons, organisations, mentions of persons, and persons taken for organisations. */
  private static Row totals(Dataset<Row> entities) {
    Column person = functions.not(functions.col(IS_ORGANISATION));
    return entities
        .agg(
            functions.count_if(person),
            functions.count_if(functions.col(IS_ORGANISATION)),
            functions.coalesce(
                functions.sum(functions.when(person, functions.col(ENTITY_MENTIONS))),
                functions.lit(0L)),
            functions.count_if(person.and(functions.col(IS_TAKEN_FOR_ONE))))
        .head();
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

  private static Seq<String> columns(List<String> names) {
    return CollectionConverters.asScala(names).toSeq();
  }

  private static Dataset<Row> sizes(Dataset<Row> labelled, String key, String name) {
    return labelled.groupBy(key).agg(functions.count(functions.lit(1)).as(name));
  }
}
