package leakcensus.normalise;

import java.util.Map;
import java.util.Set;

/**
 * Normalises e-mail addresses as {@link EmailNormaliser} does, and brings the spellings of one
 * mailbox together: what follows a plus sign in front of the at sign is dropped, and with Gmail
 * dots too, since Gmail delivers {@code ada.byron+x@googlemail.com} to {@code adabyron@gmail.com}.
 *
 * <p>Errors: a plus sign is read as a tag only at providers that document it; elsewhere it may
 * belong to the name, and spellings of one mailbox stay apart.
 *
 * <p>Source: Google, Gmail Help 7436150 ("Dots don't matter in Gmail addresses") and 22370 (tags);
 * Microsoft, Plus Addressing in Exchange Online; Fastmail, Plus addressing; Proton, Addresses and
 * aliases. Apple documents tags for iCloud Mail nowhere and is left out.
 */
public final class AliasEmailNormaliser implements Normaliser {

  private static final String GMAIL = "gmail.com";

  /** Other names of one domain. */
  private static final Map<String, String> SAME_DOMAIN =
      Map.of("googlemail.com", GMAIL, "protonmail.com", "proton.me", "pm.me", "proton.me");

  /** Domains whose mailboxes take tags behind a plus sign. */
  private static final Set<String> TAGGING =
      Set.of(GMAIL, "outlook.com", "hotmail.com", "live.com", "fastmail.com", "proton.me");

  private final EmailNormaliser addresses = new EmailNormaliser();

  @Override
  public FieldValue normalise(RawValue raw) {
    FieldValue address = addresses.normalise(raw);
    return address.isValid() ? new FieldValue.Valid(mailbox(address.normal())) : address;
  }

  private static String mailbox(String address) {
    int at = address.lastIndexOf('@');
    String domain = address.substring(at + 1);
    String provider = SAME_DOMAIN.getOrDefault(domain, domain);
    String user = address.substring(0, at);
    if (user.startsWith("\"") || !TAGGING.contains(provider)) {
      return address;
    }

    int plus = user.indexOf('+');
    String untagged = plus > 0 ? user.substring(0, plus) : user;
    String plain = provider.equals(GMAIL) ? untagged.replace(".", "") : untagged;
    return plain.isEmpty() ? address : plain + "@" + provider;
  }
}
