package leakcensus.population;

import java.util.OptionalDouble;

/** A row's part of the population; it may hold nobody, where a stratum must not. */
record PopulationPart(String key, String label, long persons) {

  static PopulationPart of(PopulationStratum stratum) {
    return new PopulationPart(stratum.key(), stratum.label(), stratum.persons());
  }

  OptionalDouble share(OptionalDouble affected) {
    return affected.isPresent() && persons > 0
        ? OptionalDouble.of(affected.getAsDouble() / persons)
        : OptionalDouble.empty();
  }
}
