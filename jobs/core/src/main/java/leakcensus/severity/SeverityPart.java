package leakcensus.severity;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A part of the score that can be stated instead of derived, with the values that it can have. */
public enum SeverityPart {
  DATA_CONTEXT("dpc", List.of(1.0, 2.0, 3.0, 4.0)),
  IDENTIFICATION("ei", List.of(0.25, 0.5, 0.75, 1.0)),
  CONFIDENTIALITY("cb_confidentiality", List.of(0.0, 0.25, 0.5)),
  INTEGRITY("cb_integrity", List.of(0.0, 0.25, 0.5)),
  AVAILABILITY("cb_availability", List.of(0.0, 0.25, 0.5)),
  MALICIOUS("cb_malicious", List.of(0.0, 0.5));

  private final String component;
  private final List<Double> values;

  SeverityPart(String component, List<Double> values) {
    this.component = component;
    this.values = values;
  }

  /** The name in configuration files, such as {@code data-context}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name in tables. */
  public String component() {
    return component;
  }

  /** Whether the method knows this value. */
  boolean knows(double value) {
    return values.contains(value);
  }

  /** All values, for messages. */
  String allowed() {
    return values.stream().map(Scores::text).collect(Collectors.joining(", "));
  }
}
