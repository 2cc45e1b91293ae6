package leakcensus.normalise;

import leakcensus.semantic.validate.PersonIdRule;

/**
 * Normalises national ids of a country whose rule is known to the rule's compact form.
 *
 * <p>Valid means that the rule holds: its check digit, if it has one, and its calendar. Separators
 * of plain codes may stand anywhere, an apostrophe of a spreadsheet too. Content that breaks the
 * rule is kept without them.
 */
final class RuledIdNormaliser implements Normaliser {

  private static final long serialVersionUID = 1;

  private final NationalIdRule rule;

  /**
   * A normaliser by a rule.
   *
   * @throws IllegalArgumentException if the rule has a normaliser of its own
   */
  RuledIdNormaliser(NationalIdRule rule) {
    if (rule.rule().isEmpty()) {
      throw new IllegalArgumentException(
          "Invalid rule of national ids: %s (must have a compact form)".formatted(rule.key()));
    }
    this.rule = rule;
  }

  @Override
  public FieldValue normalise(RawValue raw) {
    String folded = TextFolding.TEXT.fold(raw.text());
    if (NoValue.is(folded)) {
      return FieldValue.ABSENT;
    }
    String plain = PlainCode.compact(folded);
    PersonIdRule id = rule.rule().orElseThrow();
    return id.passes(plain)
        ? new FieldValue.Valid(id.compact(plain))
        : new FieldValue.Invalid(plain);
  }
}
