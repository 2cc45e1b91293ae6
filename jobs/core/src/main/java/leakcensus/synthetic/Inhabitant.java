package leakcensus.synthetic;

import java.time.LocalDate;
import leakcensus.person.Sex;

/**
 * One of the inhabitants whom the census counted, as far as the national id tells.
 *
 * @param province place of the province in {@link Province#ALL}
 * @param sex male or female
 * @param birthDate date of birth
 * @param areaCode county-level code of GB/T 2260
 * @param sequence running number among those of one code and date, 1 to 998; odd for men
 */
record Inhabitant(int province, Sex sex, LocalDate birthDate, int areaCode, int sequence) {}
