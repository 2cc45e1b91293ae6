package leakcensus.count;

/**
 * What a {@link CountTable} counts, and what its three keys mean. The first key is a source, or
 * {@link CountTable#ALL_SOURCES} where all sources are counted as one.
 */
public enum Measure {
  /** Records kept: source. */
  RECORDS,
  /** Records with at least one of the columns that the source maps: source. */
  MAPPED_RECORDS,
  /** Mentions: source, slot. */
  MENTIONS,
  /** Mentions that have content in a field: source, slot, field. */
  FIELD_PRESENT,
  /** Mentions whose content passes the field's rule: source, slot, field. */
  FIELD_VALID,
  /** Different values of a field: source, field. */
  FIELD_DISTINCT,
  /** Mentions by how far their national id passes its rule: source, step. */
  ID_STEP_MENTIONS,
  /** Different national ids by how far they pass the rule: source, step. */
  ID_STEP_DISTINCT,
  /** Different records as they stand, by how often they occur: source, 0, k. */
  EXACT_FREQUENCY,
  /** Different records after normalisation, by how often they occur: source, 0, k. */
  NORMALISED_FREQUENCY,
  /** Persons by number of mentions: source, 0, k. */
  PERSON_FREQUENCY,
  /** Persons with a checked national id, by number of mentions that carry it: source, 0, k. */
  CHECKED_ID_FREQUENCY,
  /** Records by the set of fields that have content: source, 0, mask. */
  COMBINATION_RECORDS,
  /** Persons by the set of fields that have content in any of their mentions: source, 0, mask. */
  COMBINATION_PERSONS,
  /** Persons that have content in a field: source, field. */
  PERSON_PRESENT,
  /** Persons that have valid content in a field: source, field. */
  PERSON_VALID,
  /** Persons by the set of sources they are in: all, 0, mask. */
  OVERLAP,
  /** Persons that are in two sources, or more than once in one: source, other source. */
  REPEAT_PERSONS,
  /** Pairs of mentions of one person across two sources, or within one: source, other source. */
  REPEAT_PAIRS,
  /** Persons with two mentions in all, by the gap of their positions: source, other source, bin. */
  REPEAT_GAPS,
  /** Persons by region of a place and number of mentions: all, region, k. */
  REGION_FREQUENCY,
  /** Persons by country of a place and number of mentions: all, ISO 3166-1 number, k. */
  COUNTRY_FREQUENCY,
  /** Persons by year of birth and sex, packed, and number of mentions: all, both, k. */
  BIRTH_SEX_FREQUENCY,
  /** Groups of persons whom some facts do not tell apart: all, quasi-identifier, persons in it. */
  ALIKE_FREQUENCY,
  /** Mentions too thin to be anyone: source. */
  UNATTRIBUTABLE_MENTIONS,
  /** Identifiers judged by the linkage: all, kind of identifier, outcome. */
  LINK_IDENTIFIERS,
  /** Mentions that carry them: all, kind of identifier, outcome. */
  LINK_MENTIONS,
  /** Joins of two nodes that they propose: all, kind of identifier, outcome. */
  LINK_JOINS,
  /** Joins where not both sides give a name: all, kind of identifier, outcome. */
  LINK_UNNAMED_JOINS,
  /** Different contents of mentions that the matching compares: all. */
  SIGNATURES,
  /** Nodes by number of their signatures: all, 0, k. */
  NODE_FREQUENCY,
  /** The same for nodes that the matching looks at together with others: all, 0, k. */
  CONNECTED_NODE_FREQUENCY,
  /** Nodes that the matching compares, by number of their mentions: all, 0, k. */
  NODE_MENTIONS_FREQUENCY,
  /** The same for nodes that the matching looks at together with others: all, 0, k. */
  CONNECTED_NODE_MENTIONS_FREQUENCY,
  /** Blocking keys that bring signatures together: all, rule. */
  BLOCK_KEYS,
  /** Pairs that they bring together, each as often as it shares a key: all, rule. */
  BLOCKED_PAIRS,
  /** Blocking keys that too many signatures share: all, rule. */
  BLOCK_SKIPPED_KEYS,
  /** Pairs that they would bring together: all, rule. */
  BLOCK_SKIPPED_PAIRS,
  /** Persons by number of their signatures, as the matching joins them: all, 0, k. */
  CLUSTER_FREQUENCY,
  /** Persons by number of their mentions, in each drawn partition: all, draw, k. */
  DRAWN_FREQUENCY,
  /** What may be wrong with the clusters, in millionths: all, {@code LinkDoubt}. */
  LINK_DOUBT,
  /** Mentions that are organisations, which are not among those too thin: source. */
  ORGANISATION_MENTIONS,
  /** Planted pairs by slips, whether a blocking key finds them, and pattern: all, and both keys. */
  PLANTED_PATTERN_PAIRS,
  /** Planted pairs that share a blocking key of a rule: all, slips, rule. */
  PLANTED_RULE_PAIRS,
  /** Mentions by what may tell made-up values: source or all, {@code SignCount}, cell. */
  SIGN_MENTIONS,
  /** Different values of a field by how often they occur: all, field, k. */
  VALUE_FREQUENCY,
  /** Values of mentions beside the one that stands for the field: source, slot, field. */
  FURTHER_VALUES,
  /** Values left out since a mention has more of the field than are kept: source, slot, field. */
  VALUES_OVER_LIMIT
}
