package leakcensus.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * What a line of an Elasticsearch bulk file asks for.
 *
 * @param verb the verb
 * @param named whether it names an index or a document, as a record hardly does by chance
 */
record BulkAction(Verb verb, boolean named) {

  /** The verbs of the bulk interface. */
  enum Verb {
    INDEX,
    CREATE,
    UPDATE,
    DELETE
  }

  private static final Set<String> FACTS =
      Set.of(
          "_index",
          "_type",
          "_id",
          "_routing",
          "routing",
          "_parent",
          "parent",
          "_version",
          "version",
          "_version_type",
          "version_type",
          "_retry_on_conflict",
          "retry_on_conflict",
          "if_seq_no",
          "if_primary_term",
          "require_alias",
          "require_data_stream",
          "list_executed_pipelines",
          "dynamic_templates",
          "pipeline",
          "op_type",
          "_source",
          "timestamp",
          "_timestamp",
          "ttl",
          "_ttl");

  /** The action of a line, if it is one: an object with a verb, whose object holds its facts. */
  static Optional<BulkAction> of(StrictText line) {
    try (JsonParser json = JsonColumns.FACTORY.createParser(line.characters(), 0, line.length())) {
      if (json.nextToken() != JsonToken.START_OBJECT || json.nextToken() != JsonToken.FIELD_NAME) {
        return Optional.empty();
      }
      Optional<Verb> verb = verb(json.currentName());
      if (verb.isEmpty() || json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      boolean named = false;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String fact = json.currentName();
        if (!FACTS.contains(fact)) {
          return Optional.empty();
        }
        named |= fact.equals("_index") || fact.equals("_id");
        json.nextToken();
        json.skipChildren();
      }
      boolean ends = json.nextToken() == JsonToken.END_OBJECT && json.nextToken() == null;
      return ends ? Optional.of(new BulkAction(verb.get(), named)) : Optional.empty();
    } catch (IOException fault) {
      // The parser's message quotes the text, so it ends here; the line is read as a record.
      return Optional.empty();
    }
  }

  private static Optional<Verb> verb(String key) {
    return switch (key) {
      case "index" -> Optional.of(Verb.INDEX);
      case "create" -> Optional.of(Verb.CREATE);
      case "update" -> Optional.of(Verb.UPDATE);
      case "delete" -> Optional.of(Verb.DELETE);
      default -> Optional.empty();
    };
  }
}
