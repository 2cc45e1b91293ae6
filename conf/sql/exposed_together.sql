-- Which fields together? Persons by the exact set of fields, the most frequent first by place.
CREATE OR REPLACE VIEW exposed_together AS
SELECT
  source,
  fields,
  persons,
  persons_ratio,
  suppressed,
  ROW_NUMBER() OVER (
    PARTITION BY source
    ORDER BY COALESCE(persons, -1) DESC, fields
  ) AS place
FROM field_combination
