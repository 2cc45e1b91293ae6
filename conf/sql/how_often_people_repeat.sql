-- How often does somebody occur? Persons by number of mentions, and the part that occurs so often or more.
CREATE OR REPLACE VIEW how_often_people_repeat AS
SELECT
  source,
  k AS mentions,
  persons,
  CAST(SUM(persons) OVER (PARTITION BY source ORDER BY k DESC) AS BIGINT) AS persons_so_often_or_more,
  CAST(persons AS DOUBLE) / SUM(persons) OVER (PARTITION BY source) AS persons_ratio
FROM frequency
WHERE level = 'person'
