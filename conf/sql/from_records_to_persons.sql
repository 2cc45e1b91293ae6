-- From records to persons: what each step of the funnel leaves.
CREATE OR REPLACE VIEW from_records_to_persons AS
SELECT
  step,
  name,
  "left" AS remaining,
  ratio_to_previous,
  ratio_to_claim,
  ratio_to_population,
  suppressed
FROM id_funnel
