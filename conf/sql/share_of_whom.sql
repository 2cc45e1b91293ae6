-- Share of whom? Affected persons of each part of a population; a province is where the id was issued,
-- a state that of a ZIP code, a country that of an id, a ZIP code or a phone number.
CREATE OR REPLACE VIEW share_of_whom AS
SELECT
  population,
  population_date,
  dimension,
  stratum,
  label,
  population_persons,
  persons_seen,
  persons,
  lower,
  upper,
  100 * share AS share_percent,
  100 * share_lower AS share_lower_percent,
  100 * share_upper AS share_upper_percent,
  100 * alike_share_lower AS alike_share_lower_percent,
  100 * alike_share_upper AS alike_share_upper_percent,
  above_one,
  suppressed
FROM population_share
