package leakcensus.census;

import java.util.List;
import leakcensus.duty.Duty;
import leakcensus.severity.SeverityComponent;

/**
 * What follows from the findings of a census.
 *
 * @param severity how severe the breach is for the people behind it, part by part
 * @param duties thresholds of laws, held against the numbers
 */
public record Consequences(List<SeverityComponent> severity, List<Duty> duties) {

  public Consequences {
    severity = List.copyOf(severity);
    duties = List.copyOf(duties);
  }
}
