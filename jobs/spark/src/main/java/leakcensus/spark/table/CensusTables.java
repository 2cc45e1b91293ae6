package leakcensus.spark.table;

import java.util.List;

/** The tables that a census publishes; docs/tables.md is written from here. */
public final class CensusTables {

  /** One row for the run. */
  public static final SummaryTable RUN =
      SummaryTable.named("run", "run")
          .unhashed("version", ColumnType.TEXT, "version of leak-census")
          .unhashed("spark_version", ColumnType.TEXT, "version of Apache Spark")
          .unhashed(
              "configuration_fingerprint",
              ColumnType.TEXT,
              "SHA-256 of all settings but the files of sources")
          .unhashed("key_id", ColumnType.TEXT, "name of the key of the run's tokens; not the key")
          .unhashed("started", ColumnType.TEXT, "start, UTC, ISO 8601")
          .unhashed("finished", ColumnType.TEXT, "end of the counting, UTC, ISO 8601")
          .whole("sources", "sources of the sample")
          .whole("files", "files of the sample")
          .whole("bytes", "bytes of the files")
          .whole("records_read", "records met by framing")
          .whole("records_kept", "records that could be used")
          .whole("records_quarantined", "records in quarantine")
          .whole("mentions", "places where a person stands in a kept record")
          .whole("unattributable_mentions", "mentions too thin to be anyone")
          .text("sample_design", "how the sample was drawn, as stated")
          .whole(
              "organisation_mentions",
              "mentions that are organisations, which are not among those too thin")
          .whole(
              "persons_rounded_to",
              "what told counts of persons by attribute are multiples of; 1 where they are exact")
          .unhashed("title", ColumnType.TEXT, "name of the leak, as stated; empty where none is")
          .unhashed(
              "input_fingerprint",
              ColumnType.TEXT,
              "SHA-256 of source, length and time of change of each file, whatever their paths and order")
          .unhashed(
              "retain_until",
              ColumnType.TEXT,
              "day after which the run is to be purged, UTC, ISO 8601; empty where none is stated")
          .table();

  /** One row a file. */
  public static final SummaryTable INTAKE =
      SummaryTable.named("intake", "file")
          .text("source", "name of the source")
          .unhashed("file_id", ColumnType.WHOLE, "number of the file in this run")
          .text("format", "layout of the records")
          .text("charset", "charset of text, as declared or found")
          .text("compression", "compression found by the first bytes")
          .whole("bytes", "length of the file, bytes")
          .whole("record_bytes", "bytes inside records, after decompression; text formats")
          .whole("separator_bytes", "bytes of line ends and blank lines; text formats")
          .whole("header_bytes", "bytes of byte order marks and header lines; text formats")
          .whole("records_read", "records met by framing")
          .whole("records_kept", "records that could be used")
          .whole("records_quarantined", "records in quarantine")
          .text("status", "read, empty, duplicate, partial or unreadable")
          .whole(
              "charset_confidence",
              "how sure the charset is that was found, percent; none where it was declared")
          .whole(
              "records_with_bad_bytes",
              "records kept although bytes outside the mapped columns are not valid in the charset; text formats but sql")
          .whole(
              "records_ragged",
              "records with more or fewer fields than their header, in quarantine unless ragged-rows is true; csv and tsv")
          .table();

  /** One row a source and reason. */
  public static final SummaryTable QUARANTINE =
      SummaryTable.named("quarantine", "source x reason")
          .text("source", "name of the source")
          .text("reason", "why the records cannot be used")
          .text("meaning", "the reason in words, and what to check")
          .whole("records", "records in quarantine for this reason")
          .unhashed("first_file_ids", ColumnType.WHOLES, "files of the first of them")
          .unhashed(
              "first_positions",
              ColumnType.WHOLES,
              "byte offsets of the first of them in those files, or row numbers (Parquet)")
          .table();

  /** One row a source, slot and field. */
  public static final SummaryTable FIELD_PROFILE =
      SummaryTable.named("field_profile", "source x slot x field")
          .text("source", "name of the source, * for all")
          .text("slot", "name of the slot, * for all")
          .text("field", "person field, or other:column for a column that is profiled only")
          .whole("records", "mentions looked at; for single-slot sources the records")
          .whole("present", "mentions with content in the field")
          .whole("valid", "mentions whose content passes the field's rule; empty without a rule")
          .real("present_ratio", "present / records")
          .real("present_ratio_lower", "lower end of its binomial interval")
          .real("present_ratio_upper", "upper end of its binomial interval")
          .real("valid_ratio", "valid / present")
          .real("valid_ratio_lower", "lower end of its binomial interval")
          .real("valid_ratio_upper", "upper end of its binomial interval")
          .whole("distinct", "different values after normalisation, exact; only on slot *")
          .whole(
              "persons_present",
              "persons with content in the field; only on slot *; suppressed below k")
          .whole("persons_valid", "persons with valid content; only on slot *; suppressed below k")
          .whole(
              "further_values",
              "values beside the first of their mentions, each different in its mention; they count in distinct and join mentions")
          .whole(
              "values_over_limit",
              "different values left out of all but exact and normalised records, since a mention keeps 8 of a field")
          .table();

  /** One row a set of fields. */
  public static final SummaryTable FIELD_COMBINATION =
      SummaryTable.named("field_combination", "source x set of fields exposed together")
          .text("source", "name of the source, * for all")
          .text("fields", "person fields with content, joined by +; none where there is none")
          .whole("records", "records (by their first mention) with exactly these fields")
          .whole(
              "persons",
              "persons with exactly these fields over all their mentions; suppressed below k")
          .real("persons_ratio", "persons / all persons; suppressed with them")
          .flag("suppressed", "whether persons are withheld")
          .table();

  /** One row a source, level and k. */
  public static final SummaryTable FREQUENCY =
      SummaryTable.named("frequency", "source x level x k")
          .text("source", "name of the source, * for all")
          .text(
              "level",
              "exact: records as they stand; normalised: records after normalisation; person: mentions of a person; checked-id: mentions that carry a person's checked id")
          .whole("k", "number of records or mentions")
          .whole("persons", "f_k: different records, or persons, that occur exactly k times")
          .table();

  /** One row a set of sources. */
  public static final SummaryTable OVERLAP =
      SummaryTable.named("overlap", "set of sources")
          .text("sources", "names of the sources, joined by +")
          .whole("persons", "persons seen in exactly these sources; suppressed below k")
          .flag("suppressed", "whether persons are withheld")
          .table();

  /** One row a pair of sources. */
  public static final SummaryTable REPEAT_PAIRS =
      SummaryTable.named("repeat_pairs", "source a x source b")
          .text("source_a", "name of one source")
          .text("source_b", "name of the other, or the same")
          .whole("persons", "persons in both (suppressed below k), or more than once in the one")
          .whole("pairs", "pairs of mentions of one person, one in each, or both in the one")
          .wholes(
              "gap_tenths",
              "persons with exactly two mentions in all, one in each (or both in the one), by the distance of their positions, each relative to its file, in tenths; suppressed with the persons")
          .table();

  /** One row a rule and outcome, or a band of probability. */
  public static final SummaryTable LINKAGE_QUALITY =
      SummaryTable.named(
              "linkage_quality", "identifier x outcome, or band of probability, or check")
          .text(
              "identifier",
              "national-id, email or phone; pair for pairs of mentions that were compared; decoy for pairs"
                  + " with a person who cannot exist; one-slip, two-slips for pairs with a planted copy")
          .text("outcome", "what the linkage did with it; for pairs the band of probability")
          .text("meaning", "the outcome in words")
          .whole("identifiers", "different identifiers with this outcome")
          .whole("mentions", "mentions that carry them")
          .whole("joins", "joins of two groups of mentions")
          .whole(
              "unnamed_joins",
              "joins that no name on both sides confirms: the expected false merges are among them")
          .whole(
              "pairs",
              "pairs of different contents in the band, or of the check, each counted once")
          .real("expected_same_pairs", "how many of them are one person, by the model")
          .real(
              "expected_false_merges",
              "pairs of two persons among those more likely one, each pair taken alone")
          .real(
              "expected_false_splits",
              "pairs of one person among those more likely two, or never compared")
          .table();

  /** One row a field and level of agreement. */
  public static final SummaryTable MATCH_WEIGHT =
      SummaryTable.named("match_weight", "field x level of agreement")
          .text("field", "what is compared")
          .text(
              "level",
              "exact-0 (equal, rare) to exact-7 (equal, common), near, similar, weak, different")
          .whole("pairs", "compared pairs at this level")
          .real("same_ratio", "share of the level among pairs of one person")
          .real("household_ratio", "share among pairs of people of one household")
          .real("neighbours_ratio", "share among pairs of people of one place")
          .real("unrelated_ratio", "share among all other pairs")
          .real("weight_bits", "log2(same_ratio / unrelated_ratio)")
          .table();

  /** One row a rule that brings mentions together. */
  public static final SummaryTable BLOCKING =
      SummaryTable.named("blocking", "blocking rule")
          .text("rule", "what two mentions must share; any for all rules together")
          .whole("keys", "values that several contents share")
          .whole("pairs", "different pairs of contents compared that share one")
          .real("expected_same_pairs", "how many of them are one person, by the model")
          .real(
              "expected_recall",
              "expected_same_pairs / all pairs of one person that the model expects")
          .whole("skipped_keys", "values that too many contents share; they bring nobody together")
          .whole("skipped_pairs", "pairs that these would have brought together")
          .table();

  /** One row a run whose matching was calibrated by labels. */
  public static final SummaryTable LABEL_EFFECT =
      SummaryTable.named("label_effect", "run whose matching was calibrated by labels")
          .whole("labels", "labelled pairs with an answer")
          .whole("unanswered", "labelled pairs without one")
          .whole("not_found", "labels of which a mention is not here, or too thin to be compared")
          .whole(
              "decided",
              "labels of pairs that ids or equal contents decide, whatever their probability")
          .whole("used", "labels that the calibration was fitted to")
          .whole("used_same", "how many of these are one person")
          .real("slope", "slope of the calibration in log odds; 1 changes nothing")
          .real("intercept", "intercept of the calibration in log odds; 0 changes nothing")
          .real("from_log_odds", "lower end of what the labels cover, natural log odds")
          .real("to_log_odds", "upper end of what the labels cover, natural log odds")
          .real("same_pairs_without", "pairs of one person that the model expected without labels")
          .real("same_pairs_with", "pairs of one person that it expects with them")
          .table();

  /** One row a step of the funnel. */
  public static final SummaryTable ID_FUNNEL =
      SummaryTable.named("id_funnel", "step")
          .whole("step", "number of the step")
          .text("name", "what is left after the step")
          .whole(
              "left", "records, ids or persons left; a difference of steps below k is suppressed")
          .real("ratio_to_previous", "left / left of the step before")
          .real(
              "ratio_to_claim",
              "left / number of the first claim of persons or records, else of the first share")
          .real("ratio_to_population", "left / total of the first population")
          .flag("suppressed", "whether the step is withheld")
          .real("lower", "lower end of the interval of persons; empty where left is a plain count")
          .real("upper", "upper end of the interval of persons; empty where nothing bounds it")
          .real("lower_ratio_to_population", "lower / total of the first population")
          .real("upper_ratio_to_population", "upper / total of the first population")
          .table();

  /** One row a sign of made-up or recycled data, and source. */
  public static final SummaryTable AUTHENTICITY =
      SummaryTable.named("authenticity", "sign of made-up or recycled data x source")
          .text("sign", "what is looked at; docs/methods.md explains each")
          .text("source", "name of the source, * for all")
          .whole("tested", "mentions, persons or records that the sign could be seen on")
          .real("observed", "the measured number: a ratio, an effect size or a year")
          .real("expected", "the number that genuine data would have")
          .real("lower", "lower end of the interval of observed, repeats allowed for")
          .real("upper", "upper end of the interval of observed, repeats allowed for")
          .real("p_value", "chance of such data under the expectation; empty without a test")
          .text("reading", "usual, unusual, fabrication likely, or not testable; never a proof")
          .text("explanation", "the reading in words")
          .flag("suppressed", "whether the numbers are withheld, as they would show a small cell")
          .table();

  /** One row a scope and method. */
  public static final SummaryTable PERSON_ESTIMATE =
      SummaryTable.named("person_estimate", "scope x method x source")
          .text("scope", "sample or dump")
          .text("method", "short name of the method")
          .real("persons", "point estimate, persons; empty where there is only a bound")
          .real("lower", "lower end of the interval, persons")
          .real("upper", "upper end of the interval, persons")
          .real("confidence", "nominal coverage of the interval")
          .flag("selected", "whether this row answers the question for its scope")
          .flag("identifiable", "whether the stated design supports the row")
          .text("assumptions", "what must hold for the row to be right")
          .text("needed", "what would have to be known; empty where identifiable")
          .text("diagnostics", "further numbers as name=value, separated by blanks")
          .text("source", "name of the source whose persons are meant, * for all")
          .text("why", "why the row was selected, in a sentence; empty where it was not")
          .table();

  /** One row a test of the stated design. */
  public static final SummaryTable DESIGN_GATE =
      SummaryTable.named("design_gate", "test of the stated design of the sample")
          .text("gate", "name of the test")
          .text("outcome", "refused, not_refused (which proves nothing) or not_testable")
          .real("p_value", "chance of such data if the design holds; empty where not testable")
          .text("explanation", "the outcome in words")
          .table();

  /** One row a population and stratum. */
  public static final SummaryTable POPULATION_SHARE =
      SummaryTable.named("population_share", "population x dimension x stratum")
          .text("population", "name of the population")
          .text("stratum", "key of the part, total for everybody")
          .text(
              "label",
              "name of the part; a province is where the id was issued, a country may be that of a phone")
          .whole("population_persons", "how many people live in it")
          .whole("persons_seen", "persons whom the sample places in it; suppressed below k")
          .real("persons", "estimated persons")
          .real("lower", "lower end of the interval, persons")
          .real("upper", "upper end of the interval, persons")
          .real("share", "estimated persons / population; above 1 is a finding, never cut")
          .real("share_lower", "lower end of the share")
          .real("share_upper", "upper end of the share")
          .flag(
              "suppressed",
              "whether the row is withheld, with every number that comes from the sample")
          .text(
              "dimension",
              "by what the strata are told apart: region, country, sex, age, age-sex, total")
          .real(
              "alike_lower",
              "lower end if persons of unknown stratum are spread as the others, persons")
          .real("alike_upper", "upper end of the same, persons")
          .real("alike_share_lower", "lower end of the share if they are")
          .real("alike_share_upper", "upper end of the same")
          .real(
              "representation",
              "part of the placed persons over the stratum's share of the population; 1 where alike")
          .real(
              "residual",
              "standard deviations above what a random draw from the population would hold")
          .flag(
              "above_one",
              "whether the share exceeds 1: registers hold the dead and those who moved; a finding")
          .text("population_date", "day that the population's figures hold for, ISO 8601")
          .table();

  /** One row for each dimension of a population. */
  public static final SummaryTable REPRESENTATIVENESS =
      SummaryTable.named("representativeness", "population x dimension")
          .text("population", "name of the population")
          .text("dimension", "by what its strata are told apart: region, country, sex, age")
          .whole("persons_seen", "persons of the sample whose stratum is known; 0 where too few")
          .whole("strata", "strata compared; the withheld ones are one")
          .real(
              "total_variation",
              "ratio of these persons who would have to be of another stratum to look like the population")
          .real("stability_index", "population stability index, without unit")
          .real("chi_square", "Pearson's statistic, without unit")
          .whole("degrees_of_freedom", "of the statistic")
          .real(
              "p_value",
              "chance of such a distance if each person were drawn at random; persons in leaks are not")
          .text("reading", "what the pattern suggests")
          .table();

  /** One row for facts that single persons out together. */
  public static final SummaryTable UNIQUENESS =
      SummaryTable.named("uniqueness", "quasi-identifier")
          .text(
              "quasi_identifier", "birth-date-sex, birth-date-sex-region or birth-year-sex-region")
          .whole("persons", "persons of the sample of whom all of it is known; suppressed below k")
          .whole(
              "unique_persons",
              "those whom no other is like; suppressed below k, as the next three")
          .whole("persons_in_groups_of_2_to_4", "those in groups of two to four alike")
          .whole("persons_in_groups_of_5_to_10", "those in groups of five to ten")
          .whole("persons_in_larger_groups", "all others")
          .real("unique_ratio", "unique persons / persons, in the sample")
          .table();

  /** One row a claim, and one for two claims that are held against each other. */
  public static final SummaryTable CLAIM_CHECK =
      SummaryTable.named("claim_check", "claim, or two claims held against each other")
          .text("claim", "name of the claim")
          .real("claimed", "what is claimed, in the unit; a share as persons")
          .text(
              "statistic",
              "what was counted: persons, repeated_pairs, cross_source_pairs, index_pairs (persons of a person index met in another source), records, bytes, text_bytes or price_per_record; none")
          .real("observed", "the count")
          .real("expected", "the count expected under the claim, records evenly spread")
          .real("p_value", "chance of at least this count under the claim; empty without a test")
          .real(
              "power",
              "chance to find too many repeats for evenly spread records, at 5 %, if the truth were half of the claim")
          .real(
              "break_even_cv2",
              "squared coefficient of variation of records per person from which on the claim explains the count")
          .text("verdict", "consistent, contradicted or not_testable")
          .text("explanation", "the verdict in words")
          .text("assumptions", "what must hold for it")
          .text("kind", "persons, share, records, bytes, price, or both for two claims")
          .text("unit", "unit of claimed, lower and upper: persons, records, bytes or a currency")
          .text("deviation", "to which side the sample points: fewer or more; empty for neither")
          .real(
              "p_value_more",
              "chance of at most this count under the claim: more persons than claimed")
          .real(
              "power_to_contradict",
              "chance to contradict the claim at 5 %, under the stated cap or by person indexes, if the truth were half of it; empty where nothing could")
          .real(
              "smallest_fewer",
              "truth / claim nearest to 1, from below, that the sample would have shown with a chance of 80 % at 5 %; under the stated cap, else for evenly spread records")
          .real(
              "smallest_more",
              "truth / claim nearest to 1, from above, that it would have shown so")
          .real(
              "lower",
              "least that the sample permits, in the unit, one-sided at 95 %; of a price, for a person")
          .real(
              "upper",
              "most that the sample permits, in the unit, one-sided at 95 %; of a price, for a person; empty where nothing bounds it")
          .table();

  /** One row a part of the score of severity. */
  public static final SummaryTable SEVERITY =
      SummaryTable.named("severity", "component of the severity of the breach, by ENISA's method")
          .text(
              "component",
              "dpc (kind of data), ei (ease of identification), cb_confidentiality, cb_integrity, cb_availability, cb_malicious (circumstances), se = dpc x ei + sum of cb, flag_individuals (more than 100), flag_unintelligible, flag_minors, flag_old (11 persons or more of such ages at the leak)")
          .real("value", "score; of a flag 1 where it is raised, else 0")
          .real("lower", "lowest score that what is known permits")
          .real("upper", "highest score that it permits")
          .flag("derived", "whether it follows from the data; else the configuration states it")
          .text("reason", "why, in sentences; with the reason that the configuration gives")
          .text(
              "band",
              "of se: low (below 2), medium (below 3), high (below 4) or very_high; empty else")
          .table();

  /** One row a threshold of a law. */
  public static final SummaryTable NOTIFICATION =
      SummaryTable.named("notification", "regime x threshold: whom the law wants told, by when")
          .text("regime", "name of the law's file")
          .text("jurisdiction", "where it holds; US-* for any one state")
          .text(
              "measure",
              "what is counted: persons (behind the dump), residents (of the jurisdiction), items (of information, duplicates removed) or none")
          .text("operator", "more-than or at-least; empty where nothing is counted")
          .whole("threshold", "the number of the law, in the measure")
          .real("lower", "lower end of the interval, in the measure")
          .real("best", "best estimate; empty where there are only bounds")
          .real("upper", "upper end of the interval; empty where nothing bounds it")
          .text(
              "reached",
              "yes (the lower end reaches it), no (the upper end does not), open (neither), or not_numeric (the law weighs)")
          .text("deadline", "by when, in words")
          .text("article", "where it stands in the law")
          .text("criterion", "when it holds beside the number, in our words")
          .text("date_checked", "day on which the figures of the law were read, ISO 8601")
          .text("explanation", "what was counted, why it is reached or open, what would be needed")
          .text("whom", "who is told, or what follows")
          .text("title", "the law in words")
          .text("law_source", "where its figures were read")
          .text("notice", "what to do with all this: check it with counsel")
          .table();

  private CensusTables() {}

  /** One row for each night of a series. */
  public static final SummaryTable NIGHT =
      SummaryTable.named("night", "night of a series; no row without --since")
          .whole("night", "number of the night in its series, from 1")
          .unhashed("night_run_id", ColumnType.TEXT, "id of the run that counted it")
          .unhashed("finished", ColumnType.TEXT, "end of its counting, UTC, ISO 8601")
          .whole("files", "files of all nights up to and with this one")
          .whole("bytes", "bytes of these files")
          .whole("records_read", "records met by framing in these files")
          .whole("records_kept", "records of these files that could be used")
          .whole("mentions", "mentions of persons in these files")
          .whole("files_added", "files of this night")
          .whole("records_added", "records of this night that could be used")
          .text("method", "how persons were counted, as in person_estimate")
          .real("persons", "persons in all these files, best count")
          .real("persons_lower", "lower end of its interval")
          .real("persons_upper", "upper end of its interval; empty where there is none")
          .real("persons_added", "persons that this night has added, by the best counts")
          .real("persons_added_lower", "fewest it can have added: both intervals at their worst")
          .real("persons_added_upper", "most it can have added: both intervals at their worst")
          .table();

  /** All tables, in the order of the documentation. */
  public static List<SummaryTable> all() {
    return List.of(
        RUN,
        INTAKE,
        QUARANTINE,
        FIELD_PROFILE,
        FIELD_COMBINATION,
        FREQUENCY,
        OVERLAP,
        REPEAT_PAIRS,
        LINKAGE_QUALITY,
        MATCH_WEIGHT,
        BLOCKING,
        LABEL_EFFECT,
        ID_FUNNEL,
        PERSON_ESTIMATE,
        DESIGN_GATE,
        POPULATION_SHARE,
        REPRESENTATIVENESS,
        UNIQUENESS,
        CLAIM_CHECK,
        SEVERITY,
        NOTIFICATION,
        AUTHENTICITY,
        NIGHT);
  }
}
