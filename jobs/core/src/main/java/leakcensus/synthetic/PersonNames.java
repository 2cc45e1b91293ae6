package leakcensus.synthetic;

import java.util.List;
import leakcensus.person.Sex;

/** Chinese names with realistic frequencies, and the slips with which records hold them. */
final class PersonNames {

  /** Roughly one given name in seven has a single character. */
  private static final double SINGLE_CHARACTER_RATIO = 0.14;

  private static final PersonNames PUBLISHED = new PersonNames();

  private final WeightedChoice<String> surnames = choice(ResourceRows.read("surnames.csv"));
  private final WeightedChoice<String> maleCharacters = characters("male");
  private final WeightedChoice<String> femaleCharacters = characters("female");

  private PersonNames() {}

  static PersonNames published() {
    return PUBLISHED;
  }

  String surname(RandomStream random) {
    return surnames.draw(random);
  }

  String givenName(Sex sex, RandomStream random) {
    String first = character(sex, random);
    return random.chance(SINGLE_CHARACTER_RATIO) ? first : first + character(sex, random);
  }

  /** The name with one slip in its last characters: another character, two swapped, or one lost. */
  String withSlip(String name, Sex sex, RandomStream random) {
    int last = name.length() - 1;
    int kind = random.below(4);
    boolean swaps = kind == 2 && last >= 2 && name.charAt(last) != name.charAt(last - 1);
    if (swaps) {
      return name.substring(0, last - 1) + name.charAt(last) + name.charAt(last - 1);
    }
    if (kind == 3 && last >= 2) {
      return name.substring(0, last);
    }
    return name.substring(0, last) + anotherCharacter(name.substring(last), sex, random);
  }

  private String anotherCharacter(String right, Sex sex, RandomStream random) {
    String other = character(sex, random);
    while (other.equals(right)) {
      other = character(sex, random);
    }
    return other;
  }

  private String character(Sex sex, RandomStream random) {
    return (sex == Sex.MALE ? maleCharacters : femaleCharacters).draw(random);
  }

  private static WeightedChoice<String> characters(String sex) {
    return choice(
        ResourceRows.read("given-names.csv").stream()
            .filter(row -> row.get(0).equals(sex))
            .map(row -> row.subList(1, 3))
            .toList());
  }

  private static WeightedChoice<String> choice(List<List<String>> rows) {
    return new WeightedChoice<>(
        rows.stream().map(row -> row.get(0)).toList(),
        rows.stream().map(row -> Long.valueOf(row.get(1))).toList());
  }
}
