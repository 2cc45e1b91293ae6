package leakcensus.estimate;

/** Rows that readers look for, and that say nothing certain about a finite dump. */
final class ReferenceRows {

  private static final String ASSUMPTIONS =
      "Reference only: holds for draws with replacement, all persons equally likely to be drawn;"
          + " it is no bound for a finite dump.";

  private static final String NEEDED =
      "Independent draws with replacement from persons who all have the same chance.";

  private ReferenceRows() {}

  static PersonEstimate chao1(FrequencyOfFrequencies persons, double confidence) {
    UniquePersonsEstimate chao1 = new Chao1Estimator().estimate(persons, confidence);
    return PersonEstimate.builder(EstimateScope.DUMP, chao1.method(), confidence)
        .persons(chao1.persons())
        .lowerPersons(chao1.lowerPersons())
        .upperPersons(chao1.upperPersons())
        .assumptions(ASSUMPTIONS)
        .needed(NEEDED)
        .diagnostic("seen_once_persons", persons.personsSeen(1))
        .diagnostic("seen_twice_persons", persons.personsSeen(2))
        .build();
  }

  static PersonEstimate goodTuring(FrequencyOfFrequencies persons, double confidence) {
    GoodTuringCoverage coverage = GoodTuringCoverage.of(persons);
    return PersonEstimate.builder(EstimateScope.DUMP, "good_turing", confidence)
        .assumptions(ASSUMPTIONS)
        .needed(NEEDED)
        .diagnostic("coverage_ratio", coverage.goodTuringRatio())
        .diagnostic("coverage_chao_jost_ratio", coverage.chaoJostRatio())
        .build();
  }
}
