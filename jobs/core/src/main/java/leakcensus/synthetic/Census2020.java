package leakcensus.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import leakcensus.person.Sex;
import leakcensus.synthetic.RandomStream.Purpose;

/**
 * The inhabitants of China at the census of 2020, numbered, each with a national id of his or her
 * own.
 *
 * <p>The numbers run through the cells of the census table (province, age band, sex), each cell as
 * long as its count. Inside a cell the number is split without remainder into a birth date, a code
 * in force then and a running number, so that two inhabitants never share all three. Dates are
 * uniform inside the band, counties inside the province.
 */
final class Census2020 {

  /** Inhabitants in the table; the servicemen stand in no province. */
  static final long INHABITANTS = 1_409_778_724L;

  /** Running numbers of one sex; prime, and one less than the standard has. */
  private static final int SEQUENCES = 499;

  private static final LocalDate CENSUS_DATE = LocalDate.of(2020, 11, 1);
  private static final int OLDEST_AGE = 104;
  private static final Census2020 TABLE = new Census2020(ResourceRows.read("census-2020.csv"));

  private final List<Cell> cells = new ArrayList<>();
  private final long[] upTo;

  private Census2020(List<List<String>> rows) {
    for (List<String> row : rows) {
      cells.add(Cell.of(row, Sex.MALE));
      cells.add(Cell.of(row, Sex.FEMALE));
    }
    this.upTo = new long[cells.size()];
    long sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum += cells.get(i).inhabitants();
      upTo[i] = sum;
    }
    if (sum != INHABITANTS) {
      throw new IllegalStateException("Invalid census table: %d inhabitants".formatted(sum));
    }
  }

  static Census2020 table() {
    return TABLE;
  }

  Inhabitant inhabitant(long number) {
    int found = Arrays.binarySearch(upTo, number + 1);
    int at = found < 0 ? -found - 1 : found;
    long start = at == 0 ? 0 : upTo[at - 1];
    return cells.get(at).inhabitant(number - start);
  }

  /** The province (place in {@link Province#ALL}) of an inhabitant. */
  int province(long number) {
    int found = Arrays.binarySearch(upTo, number + 1);
    return cells.get(found < 0 ? -found - 1 : found).province();
  }

  /** Inhabitants of one province, age band and sex. */
  private record Cell(int province, Sex sex, LocalDate firstDay, int days, long inhabitants) {

    static Cell of(List<String> row, Sex sex) {
      String[] ages = row.get(1).replace("+", "-" + OLDEST_AGE).split("-", -1);
      int youngest = Integer.parseInt(ages[0]);
      int oldest = Integer.parseInt(ages[ages.length - 1]);
      LocalDate firstDay = CENSUS_DATE.minusYears(oldest + 1L);
      return new Cell(
          Province.indexOf(Integer.parseInt(row.get(0))),
          sex,
          firstDay,
          Math.toIntExact(CENSUS_DATE.minusYears(youngest).toEpochDay() - firstDay.toEpochDay()),
          Long.parseLong(row.get(sex == Sex.MALE ? 2 : 3)));
    }

    Inhabitant inhabitant(long place) {
      LocalDate birthDate = firstDay.plusDays(place % days);
      int[] codes = CountyCodes.published().inForce(province, birthDate);
      long rest = place / days;
      int areaCode = codes[(int) (rest % codes.length)];
      long running = rest / codes.length;
      if (running >= SEQUENCES) {
        throw new IllegalStateException("Missing running numbers: area code " + areaCode);
      }

      long shift = RandomStream.hash(0, Purpose.SEQUENCE, areaCode, birthDate.toEpochDay(), 0);
      int shifted = (int) ((running + (shift >>> 32)) % SEQUENCES);
      return new Inhabitant(
          province, sex, birthDate, areaCode, 2 * shifted + (sex == Sex.MALE ? 1 : 2));
    }
  }
}
