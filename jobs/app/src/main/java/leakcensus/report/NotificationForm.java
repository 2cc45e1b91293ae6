package leakcensus.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the form of a law asks, in its order; headings in our words. */
public enum NotificationForm {
  GDPR(
      "General Data Protection Regulation, Art. 33(3)",
      List.of(
          new Heading("Nature of the breach (a)", DraftPart.NATURE),
          new Heading("Data subjects: categories and approximate number (a)", DraftPart.PERSONS),
          new Heading("Records: categories and approximate number (a)", DraftPart.RECORDS),
          new Heading("Contact (b)", DraftPart.CONTACT),
          new Heading("Likely consequences (c)", DraftPart.CONSEQUENCES),
          new Heading("Measures taken or proposed (d)", DraftPart.MEASURES),
          new Heading("Not known yet, to follow in phases (Art. 33(4))", DraftPart.UNKNOWN))),
  UK(
      "UK GDPR, Art. 33(3)",
      List.of(
          new Heading("What has happened", DraftPart.NATURE),
          new Heading("How many people; if not known, the maximum", DraftPart.PERSONS),
          new Heading("Records and types of data", DraftPart.RECORDS),
          new Heading("Likely consequences", DraftPart.CONSEQUENCES),
          new Heading("Measures taken or proposed", DraftPart.MEASURES),
          new Heading("Contact", DraftPart.CONTACT),
          new Heading("Not known yet", DraftPart.UNKNOWN))),
  PIPL(
      "Personal Information Protection Law of China, Art. 57",
      List.of(
          new Heading("Types of information, and how many people", DraftPart.RECORDS),
          new Heading("People affected", DraftPart.PERSONS),
          new Heading("Causes", DraftPart.NATURE),
          new Heading("Possible harm", DraftPart.CONSEQUENCES),
          new Heading("Remedies, and what individuals can do", DraftPart.MEASURES),
          new Heading("Contact", DraftPart.CONTACT),
          new Heading("Not known yet", DraftPart.UNKNOWN))),
  CHINA_INCIDENT(
      "National Cybersecurity Incident Reporting Management Measures of China",
      List.of(
          new Heading("Reporting unit and system", DraftPart.CONTACT),
          new Heading("What happened, and of which level", DraftPart.NATURE),
          new Heading("People affected", DraftPart.PERSONS),
          new Heading("Information affected", DraftPart.RECORDS),
          new Heading("Impact, and how it may develop", DraftPart.CONSEQUENCES),
          new Heading("Measures taken and planned", DraftPart.MEASURES),
          new Heading("Not known yet: causes, traces", DraftPart.UNKNOWN)));

  private final String title;
  private final List<Heading> headings;

  NotificationForm(String title, List<Heading> headings) {
    this.title = title;
    this.headings = headings;
  }

  /**
   * A question of the form.
   *
   * @param text the question in our words
   * @param part what a draft says under it
   */
  record Heading(String text, DraftPart part) {}

  /** The form of a regime. */
  public static Optional<NotificationForm> ofKey(String key) {
    return Arrays.stream(values()).filter(form -> form.key().equals(key)).findFirst();
  }

  /** All regimes that have a form, for messages. */
  public static String keys() {
    return Arrays.stream(values()).map(NotificationForm::key).collect(Collectors.joining(", "));
  }

  /** Name of the regime. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String title() {
    return title;
  }

  List<Heading> headings() {
    return headings;
  }
}
