package leakcensus.simulate;

import java.util.SplittableRandom;

/** Persons of a known number, from whom samples are drawn and answered; safe for many threads. */
public interface SimulatedCase {

  /** The law of the records per person, or whatever else tells cases of a regime apart. */
  String law();

  /** Sampled part of the records, or of the persons where lists hold persons; a ratio. */
  double sampledRatio();

  /** Draws one sample and answers it. */
  SimulatedAnswer draw(SplittableRandom random);
}
