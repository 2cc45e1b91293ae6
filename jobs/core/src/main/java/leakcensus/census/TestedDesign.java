package leakcensus.census;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import leakcensus.estimate.SampleDesign;
import leakcensus.estimate.SourceStatements;
import leakcensus.estimate.gate.Gate;

/**
 * The stated design of the sample, as far as the data do not contradict it.
 *
 * @param design how the sample was drawn; unknown where a gate refuses what was stated
 * @param designOfEach how each source was drawn for itself, likewise
 * @param statements what is known of single sources, without what a gate refuses
 * @param gates all tests
 * @param refusal why the stated design was overruled, in a sentence
 */
public record TestedDesign(
    SampleDesign design,
    SampleDesign designOfEach,
    SourceStatements statements,
    List<Gate> gates,
    Optional<String> refusal) {

  public TestedDesign {
    Objects.requireNonNull(design, "design");
    Objects.requireNonNull(designOfEach, "designOfEach");
    Objects.requireNonNull(statements, "statements");
    Objects.requireNonNull(refusal, "refusal");
    gates = List.copyOf(gates);
  }
}
