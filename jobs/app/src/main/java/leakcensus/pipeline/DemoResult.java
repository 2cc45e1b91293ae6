package leakcensus.pipeline;

import leakcensus.synthetic.SyntheticTruth;

/**
 * A census of a synthetic leak, with its truth.
 *
 * @param leak folder of the leak
 * @param truth what the leak really holds
 * @param run what the census says
 */
public record DemoResult(String leak, SyntheticTruth truth, CensusRun run) {}
