-- Which sources share people? Persons in exactly these sources, of all persons.
CREATE OR REPLACE VIEW sources_overlap AS
SELECT
  o.sources,
  LENGTH(o.sources) - LENGTH(REPLACE(o.sources, '+', '')) + 1 AS number_of_sources,
  o.persons,
  CAST(o.persons AS DOUBLE) / NULLIF(n.persons, 0) AS persons_ratio,
  o.suppressed
FROM overlap o
CROSS JOIN (
  SELECT CAST(SUM(persons) AS BIGINT) AS persons
  FROM frequency
  WHERE level = 'person' AND source = '*'
) n
