package leakcensus.register;

import java.time.LocalDate;
import leakcensus.normalise.AreaCodes;
import leakcensus.person.Sex;
import leakcensus.synthetic.NationalIdNumber;
import leakcensus.synthetic.NumberPermutation;
import leakcensus.synthetic.RandomStream.Purpose;

/**
 * Birth dates and resident ids, no id twice.
 *
 * <p>A person's number, permuted, is a birth date, an area and a sequence; parents and children are
 * born in different decades and twins take neighbouring sequences, so that all ids differ.
 */
final class BirthRecords {

  private static final LocalDate FIRST_PARENT = LocalDate.of(1930, 1, 2);
  private static final LocalDate FIRST_CHILD = LocalDate.of(1970, 1, 2);
  private static final LocalDate END = LocalDate.of(2008, 1, 1);
  private static final int SEQUENCES = 249;
  private static final int SEQUENCES_OF_ONE = 4;

  private final int[] areas = AreaCodes.all();
  private final NumberPermutation parents;
  private final NumberPermutation children;

  BirthRecords(long seed) {
    long parentDays = FIRST_CHILD.toEpochDay() - FIRST_PARENT.toEpochDay();
    long childDays = END.toEpochDay() - FIRST_CHILD.toEpochDay();
    this.parents =
        new NumberPermutation(
            seed, Purpose.REGISTER_PARENT_BIRTH, parentDays * areas.length * SEQUENCES);
    this.children =
        new NumberPermutation(seed, Purpose.REGISTER_BIRTH, childDays * areas.length * SEQUENCES);
  }

  LocalDate born(long person, boolean parent) {
    long day = place(person, parent) / SEQUENCES / areas.length;
    return (parent ? FIRST_PARENT : FIRST_CHILD).plusDays(day);
  }

  /** The resident id of a person, or of the twin of a person. */
  String residentId(long person, boolean parent, Sex sex, boolean twin) {
    long place = place(person, parent);
    int area = areas[(int) (place / SEQUENCES % areas.length)];
    int first = SEQUENCES_OF_ONE * (1 + (int) (place % SEQUENCES)) - (twin ? 2 : 0);
    return NationalIdNumber.of(area, born(person, parent), sex == Sex.MALE ? first + 1 : first);
  }

  private long place(long person, boolean parent) {
    return (parent ? parents : children).place(person);
  }
}
