package leakcensus.duty;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import leakcensus.person.PersonField;
import leakcensus.severity.DataCategory;

/**
 * What a law asks, from which number on, and by when.
 *
 * @param jurisdiction where it holds; {@code US-*} stands for any one state of the United States
 * @param measure what is counted
 * @param operator how it is compared; absent where nothing is counted
 * @param number the threshold, in what is counted; absent where nothing is
 * @param whom who is told, or what follows
 * @param article where it stands in the law
 * @param deadline by when, in words
 * @param criterion when it holds beside the number, in our words
 * @param fields person fields that are items of the category; of items alone
 * @param contents categories that are counted: for persons and residents those of which one must be
 *     in the dump, for items those that are items of the category
 */
public record Threshold(
    String jurisdiction,
    DutyMeasure measure,
    Optional<Operator> operator,
    OptionalLong number,
    String whom,
    String article,
    String deadline,
    String criterion,
    SortedSet<PersonField> fields,
    SortedSet<DataCategory> contents) {

  private static final String ANY = "*";

  public Threshold {
    fields = Collections.unmodifiableSortedSet(new TreeSet<>(fields));
    contents = Collections.unmodifiableSortedSet(new TreeSet<>(contents));
    require("jurisdiction", jurisdiction);
    require("whom", whom);
    require("article", article);
    require("deadline", deadline);
    require("criterion", criterion);
    boolean counts = measure != DutyMeasure.NONE;
    if (operator.isPresent() != counts || number.isPresent() != counts) {
      throw new IllegalArgumentException(
          "Invalid threshold of measure %s: operator and threshold must %s"
              .formatted(measure.key(), counts ? "be there" : "be left out"));
    }
    if (number.isPresent() && !(number.getAsLong() >= 1)) {
      throw new IllegalArgumentException(
          "Invalid threshold: %d (must be at least 1)".formatted(number.getAsLong()));
    }
    if (measure == DutyMeasure.ITEMS && fields.isEmpty() && contents.isEmpty()) {
      throw new IllegalArgumentException(
          "Missing fields of items: name person fields, or contents, that are counted");
    }
    if (measure != DutyMeasure.ITEMS && !fields.isEmpty()) {
      throw new IllegalArgumentException(
          "Invalid fields: measure %s (only items are counted by fields)".formatted(measure.key()));
    }
  }

  /** Whether residents of a jurisdiction count towards this. */
  public boolean countsResidentsOf(String key) {
    return measure == DutyMeasure.RESIDENTS
        && (jurisdiction.endsWith(ANY)
            ? key.startsWith(jurisdiction.substring(0, jurisdiction.length() - ANY.length()))
            : key.equals(jurisdiction));
  }

  private static void require(String name, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("Missing %s".formatted(name));
    }
  }
}
