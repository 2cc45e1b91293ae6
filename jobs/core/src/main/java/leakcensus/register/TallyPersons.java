package leakcensus.register;

import java.util.stream.LongStream;

/** Counts what is drawn once for a person or a household. */
final class TallyPersons {

  private static final long PERSONS_OF_PART = 100_000;

  private final RegisterSettings settings;
  private final RegisterKeys keys;
  private final RegisterPopulation population;

  TallyPersons(RegisterSettings settings, RegisterKeys keys, RegisterPopulation population) {
    this.settings = settings;
    this.keys = keys;
    this.population = population;
  }

  RegisterTally tally() {
    RegisterTally sum = new RegisterTally();
    LongStream.rangeClosed(0, (settings.persons() - 1) / PERSONS_OF_PART)
        .parallel()
        .mapToObj(this::part)
        .toList()
        .forEach(sum::add);
    return sum;
  }

  private RegisterTally part(long part) {
    RegisterTally tally = new RegisterTally();
    long end = Math.min(settings.persons(), (part + 1) * PERSONS_OF_PART);
    for (long person = part * PERSONS_OF_PART; person < end; person++) {
      records(person, tally);
      tally.drawn(RegisterRatio.EMAIL, population.hasEmail(person));
      RegisterFamily family = population.family(person);
      if (family.household().head() == person) {
        household(family, tally);
      } else if (!family.isNamesake(person) && !family.isSecondTwin(person)) {
        tally.drawn(RegisterRatio.SAME_SURNAME, population.bearsFamilyName(person));
      }
    }
    return tally;
  }

  private void records(long person, RegisterTally tally) {
    int records = keys.records(person);
    int copies = 0;
    for (int record = 0; record < records; record++) {
      boolean duplicated = keys.isDuplicated(person, record);
      copies += tally.drawn(RegisterRatio.DUPLICATE, duplicated) ? 1 : 0;
    }
    tally.addPerson(records + copies);
  }

  private static void household(RegisterFamily family, RegisterTally tally) {
    if (family.household().isFamily()) {
      tally.drawn(RegisterRatio.SHARED_ADDRESS, family.sharesAddress());
      tally.drawn(RegisterRatio.SHARED_PHONE, family.sharesPhone());
      tally.drawn(RegisterRatio.SHARED_EMAIL, family.sharesEmail());
      tally.drawn(RegisterRatio.TWINS, family.twins());
      tally.drawn(RegisterRatio.NAMESAKES, family.namesakes());
    }
  }
}
