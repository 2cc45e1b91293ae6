-- Which fields of them? Persons by field, of all persons of the source. Empty persons: withheld.
CREATE OR REPLACE VIEW exposed_fields AS
SELECT
  p.source,
  p.field,
  p.persons_present,
  CAST(p.persons_present AS DOUBLE) / NULLIF(n.persons, 0) AS persons_ratio,
  p.persons_valid,
  p.present AS mentions_present,
  p.records AS mentions,
  p.present_ratio AS mentions_ratio,
  p.present_ratio_lower AS mentions_ratio_lower,
  p.present_ratio_upper AS mentions_ratio_upper
FROM field_profile p
LEFT JOIN (
  SELECT source, CAST(SUM(persons) AS BIGINT) AS persons
  FROM frequency
  WHERE level = 'person'
  GROUP BY source
) n
  ON n.source = p.source
WHERE p.slot = '*' AND p.field NOT LIKE 'other:%'
