package leakcensus.synthetic;

import java.time.LocalDate;
import java.util.Optional;
import leakcensus.person.Sex;

/**
 * An invented inhabitant of China, with everything that a record may say about him or her.
 *
 * @param number the person's number, from 0; the truth column of a leak
 * @param household number of the first person of the household, who shares the address
 * @param surname family name
 * @param givenName given name, one or two characters
 * @param sex male or female
 * @param birthDate date of birth
 * @param nationalId resident id of 18 characters, valid and no one else's
 * @param phone mobile number, 11 digits; the household's where it shares one
 * @param email e-mail address, for those who have one; no one else's
 * @param address residence of the household
 * @param postalCode postal code of the residence
 * @param birthplace province and county of the id's area code
 */
public record SyntheticPerson(
    long number,
    long household,
    String surname,
    String givenName,
    Sex sex,
    LocalDate birthDate,
    String nationalId,
    String phone,
    Optional<String> email,
    String address,
    String postalCode,
    String birthplace) {

  /** Family name and given name, as Chinese records write them. */
  public String fullName() {
    return surname + givenName;
  }

  @Override
  public String toString() {
    return "SyntheticPerson[%d]".formatted(number);
  }
}
