package leakcensus.register;

import java.time.LocalDate;
import java.util.Optional;
import leakcensus.person.Sex;

/**
 * A person of a made-up register, with what stays the same over all records.
 *
 * @param number the number of the person, from 0
 * @param sex the sex
 * @param given given name
 * @param surname surname
 * @param otherSurname surname in some of the records, where such things happen
 * @param born birth date
 * @param nationalId national id
 * @param email e-mail address, if there is one
 * @param homeOwner number of the person whose homes these are
 * @param phoneOwner number of the person whose phones these are
 */
record RegisterPerson(
    long number,
    Sex sex,
    String given,
    String surname,
    String otherSurname,
    LocalDate born,
    String nationalId,
    Optional<String> email,
    long homeOwner,
    long phoneOwner) {}
