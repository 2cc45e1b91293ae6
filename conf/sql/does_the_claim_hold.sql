-- Does the claim hold? What is claimed, what was found, the verdict, and what the sample could have shown.
CREATE OR REPLACE VIEW does_the_claim_hold AS
SELECT
  claim,
  kind,
  claimed,
  unit,
  lower,
  upper,
  verdict,
  deviation,
  statistic,
  observed,
  expected,
  p_value,
  p_value_more,
  power_to_contradict,
  smallest_fewer,
  smallest_more,
  explanation,
  assumptions
FROM claim_check
