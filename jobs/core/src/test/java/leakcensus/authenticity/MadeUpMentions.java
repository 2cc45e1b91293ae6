package leakcensus.authenticity;

import java.util.HashMap;
import java.util.Map;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.normalise.IdStep;
import leakcensus.normalise.ResidentId;
import leakcensus.person.BirthAndSex;
import leakcensus.person.PersonField;
import leakcensus.person.Sex;
import leakcensus.pseudonym.TokenKey;

/** Mentions of one source, counted as a census counts them, but mention by mention. */
final class MadeUpMentions {

  private static final int ALL = CountTable.ALL_SOURCES;

  private final TallySigns tally = new TallySigns(1);
  private final HideSequences sequences = new HideSequences(TokenKey.of(new byte[16]));
  private final CountTable counts = new CountTable();
  private final Map<String, Long> ids = new HashMap<>();
  private final Map<String, Long> phones = new HashMap<>();

  void add(String id, Sex sex, String birth, String phone) {
    IdStep step = ResidentId.step(id);
    counts.add(Measure.ID_STEP_MENTIONS, 0, step.ordinal(), 1);
    counts.add(Measure.ID_STEP_MENTIONS, ALL, step.ordinal(), 1);
    if (step == IdStep.VALID_18) {
      tally.addCheckedId(0, id, sex, birth);
      sequences.add(id);
      if (!ids.containsKey(id)) {
        int year = Integer.parseInt(id.substring(6, 10));
        counts.add(
            Measure.BIRTH_SEX_FREQUENCY, ALL, new BirthAndSex(year, Sex.UNKNOWN).packed(), 1, 1);
      }
    }
    ids.merge(id, 1L, Long::sum);
    if (!phone.isEmpty()) {
      tally.addPhone(0, phone);
      phones.merge(phone, 1L, Long::sum);
    }
  }

  CountTable counts() {
    CountTable all = new CountTable();
    all.addAll(counts);
    all.addAll(tally.takeCounts());
    all.addAll(CountSequences.count(sequences.take()));
    addRepeats(all, PersonField.NATIONAL_ID, ids);
    addRepeats(all, PersonField.PHONE, phones);
    ids.forEach(
        (id, times) -> {
          if (ResidentId.step(id) == IdStep.VALID_18) {
            all.add(Measure.CHECKED_ID_FREQUENCY, ALL, 0, times, 1);
          }
        });
    return all;
  }

  private static void addRepeats(CountTable all, PersonField field, Map<String, Long> values) {
    values
        .values()
        .forEach(times -> all.add(Measure.VALUE_FREQUENCY, ALL, field.ordinal(), times, 1));
  }
}
