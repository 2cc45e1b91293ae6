-- Why could records not be used? By source and reason, of all records of the source.
CREATE OR REPLACE VIEW why_in_quarantine AS
SELECT
  q.source,
  q.reason,
  q.meaning,
  q.records,
  CAST(q.records AS DOUBLE) / NULLIF(i.records_read, 0) AS records_ratio
FROM quarantine q
LEFT JOIN (
  SELECT source, CAST(SUM(records_read) AS BIGINT) AS records_read
  FROM intake
  GROUP BY source
) i
  ON i.source = q.source
