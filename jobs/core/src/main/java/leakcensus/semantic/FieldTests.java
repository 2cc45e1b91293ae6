package leakcensus.semantic;

import java.util.regex.Pattern;
import leakcensus.normalise.EmailNormaliser;
import leakcensus.normalise.OpaqueIdNormaliser;
import leakcensus.normalise.SexNormaliser;
import leakcensus.semantic.validate.UsSocialSecurity;

/** Tests that rest on the normalisers of the person fields. */
final class FieldTests {

  private static final EmailNormaliser EMAILS = new EmailNormaliser();
  private static final SexNormaliser SEXES = new SexNormaliser();
  private static final OpaqueIdNormaliser IDS = new OpaqueIdNormaliser();
  private static final UsSocialSecurity SOCIAL_SECURITY = new UsSocialSecurity();
  private static final Pattern GROUPED = Pattern.compile("\\d{3}-\\d{2}-\\d{4}");
  private static final Pattern CODE = Pattern.compile("0?[12]");
  private static final Pattern NT_HASH = Pattern.compile("[0-9a-fA-F]{32}");
  private static final int MOST_SEX_CHARACTERS = 12;
  private static final int MOST_ID_CHARACTERS = 40;

  private FieldTests() {}

  static boolean isEmail(SampledValue value) {
    return value.text().indexOf('@') > 0 && EMAILS.normalise(value.raw()).isValid();
  }

  static boolean isOpaqueId(SampledValue value) {
    return value.text().length() <= MOST_ID_CHARACTERS && IDS.normalise(value.raw()).isValid();
  }

  static boolean isGroupedSsn(SampledValue value) {
    return GROUPED.matcher(value.text()).matches() && SOCIAL_SECURITY.passes(value.text());
  }

  static boolean isSexWord(SampledValue value) {
    return value.text().length() <= MOST_SEX_CHARACTERS
            && !CODE.matcher(value.text()).matches()
            && SEXES.normalise(value.raw()).isValid()
        || value.folded().equals("м")
        || value.folded().equals("ж")
        || value.folded().equals("k");
  }

  static boolean isSexCode(SampledValue value) {
    return CODE.matcher(value.text()).matches();
  }

  static boolean isNtHash(SampledValue value) {
    return NT_HASH.matcher(value.text()).matches();
  }
}
