-- How severe is it? The score of ENISA's method with its ends, its parts and flags.
CREATE OR REPLACE VIEW how_severe AS
SELECT
  component,
  value,
  lower,
  upper,
  band,
  derived,
  reason
FROM severity
