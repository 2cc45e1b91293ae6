package leakcensus.synthetic;

import java.io.Serializable;
import java.util.List;

/**
 * A synthetic leak in full: the same settings always give the same bytes.
 *
 * @param seed any number
 * @param persons population that the sources draw on, 1 to 1,409,778,724
 * @param sampleRatio chance that a record of the dump lies in the sample, above 0 and at most 1
 * @param sharedPhoneRatio ratio of households with one phone for all, 0 to 1
 * @param emailRatio ratio of persons with an e-mail address, 0 to 1
 * @param noise what is wrong in the records
 * @param sources the sources, with different names; 1 to 60
 */
public record SyntheticSettings(
    long seed,
    long persons,
    double sampleRatio,
    double sharedPhoneRatio,
    double emailRatio,
    SyntheticNoise noise,
    List<SyntheticSource> sources)
    implements Serializable {

  private static final int MOST_SOURCES = 60;

  public SyntheticSettings {
    sources = List.copyOf(sources);
    if (persons < 1 || persons > SyntheticPopulation.MOST_PERSONS) {
      throw new IllegalArgumentException(
          "Invalid population: %d persons (must be 1 to %d, the census of 2020)"
              .formatted(persons, SyntheticPopulation.MOST_PERSONS));
    }
    if (!(sampleRatio > 0 && sampleRatio <= 1)) {
      throw new IllegalArgumentException(
          "Invalid sample ratio: %s (must be above 0 and at most 1)".formatted(sampleRatio));
    }
    requireRatio("shared phones", sharedPhoneRatio);
    requireRatio("e-mail addresses", emailRatio);
    if (sources.isEmpty() || sources.size() > MOST_SOURCES) {
      throw new IllegalArgumentException(
          "Invalid number of sources: %d (must be 1 to %d)"
              .formatted(sources.size(), MOST_SOURCES));
    }
    long names = sources.stream().map(SyntheticSource::name).distinct().count();
    if (names < sources.size()) {
      throw new IllegalArgumentException(
          "Invalid sources: %d names for %d sources (names must differ)"
              .formatted(names, sources.size()));
    }
  }

  private static void requireRatio(String what, double ratio) {
    if (!(ratio >= 0 && ratio <= 1)) {
      throw new IllegalArgumentException(
          "Invalid ratio of %s: %s (must be 0 to 1)".formatted(what, ratio));
    }
  }
}
