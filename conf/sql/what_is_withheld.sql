-- What is withheld? Counts of persons by attribute that a table does not tell, of all that it could.
CREATE OR REPLACE VIEW what_is_withheld AS
SELECT
  table_name,
  COUNT(*) AS counts,
  CAST(SUM(CASE WHEN persons IS NULL THEN 1 ELSE 0 END) AS BIGINT) AS withheld,
  CAST(SUM(CASE WHEN persons IS NULL THEN 1 ELSE 0 END) AS DOUBLE) / COUNT(*) AS withheld_ratio
FROM (
  SELECT 'field_combination' AS table_name, persons FROM field_combination
  UNION ALL
  SELECT 'field_profile' AS table_name, persons_present AS persons
  FROM field_profile
  WHERE slot = '*' AND field NOT LIKE 'other:%'
  UNION ALL
  SELECT 'field_profile' AS table_name, persons_valid AS persons
  FROM field_profile
  WHERE slot = '*' AND field NOT LIKE 'other:%'
  UNION ALL
  SELECT 'overlap' AS table_name, persons FROM overlap
  UNION ALL
  SELECT 'repeat_pairs' AS table_name, persons FROM repeat_pairs WHERE source_a <> source_b
  UNION ALL
  SELECT 'population_share' AS table_name, persons_seen AS persons FROM population_share
  UNION ALL
  SELECT 'id_funnel' AS table_name, "left" AS persons FROM id_funnel
) cells
GROUP BY table_name
