package leakcensus.normalise;

/**
 * How far a value comes through the checks of a Chinese resident id, in their order: shape, area
 * code, birth date, check digit.
 */
public enum IdStep {
  /** Neither 15 digits nor 17 digits and a check digit. */
  NOT_AN_ID_SHAPE,
  /** The area code was never in force. */
  BAD_AREA,
  /** The birth date is not in the calendar, or out of bounds. */
  BAD_DATE,
  /** The check digit is wrong; never so for 15 digits, which have none. */
  BAD_CHECK,
  /** 18 characters that pass every check. */
  VALID_18,
  /** 15 digits that pass the checks of area and date; they have no check digit. */
  VALID_15
}
