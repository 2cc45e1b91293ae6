package leakcensus.normalise;

import java.io.Serializable;
import java.util.Objects;

/**
 * How the fields of a person are read.
 *
 * @param phoneRegion ISO 3166-1 code of the region that phone numbers without a calling code belong
 *     to, such as {@code CN}
 * @param nationalIdRule the rule of national ids
 * @param dateOrder the order of day and month in dates that put the year last
 * @param emailAliases what becomes of several addresses of one mailbox
 * @param fifteenDigitIds what becomes of Chinese ids of the first generation
 */
public record NormaliseSettings(
    String phoneRegion,
    NationalIdRule nationalIdRule,
    DateOrder dateOrder,
    EmailAliases emailAliases,
    FifteenDigitIds fifteenDigitIds)
    implements Serializable {

  public NormaliseSettings {
    PhoneNormaliser.requireSupported(phoneRegion);
    Objects.requireNonNull(nationalIdRule, "nationalIdRule");
    Objects.requireNonNull(dateOrder, "dateOrder");
    Objects.requireNonNull(emailAliases, "emailAliases");
    Objects.requireNonNull(fifteenDigitIds, "fifteenDigitIds");
  }

  /** Settings under which nothing is brought together that is written apart. */
  public NormaliseSettings(String phoneRegion, NationalIdRule nationalIdRule, DateOrder dateOrder) {
    this(phoneRegion, nationalIdRule, dateOrder, EmailAliases.KEEP, FifteenDigitIds.SEPARATE);
  }
}
