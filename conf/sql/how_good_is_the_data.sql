-- How good is the data? Files, bytes and records of each source, and how many could be used.
CREATE OR REPLACE VIEW how_good_is_the_data AS
SELECT
  source,
  COUNT(*) AS files,
  CAST(SUM(bytes) AS BIGINT) AS bytes,
  CAST(SUM(records_read) AS BIGINT) AS records_read,
  CAST(SUM(records_kept) AS BIGINT) AS records_kept,
  CAST(SUM(records_quarantined) AS BIGINT) AS records_quarantined,
  CAST(SUM(records_kept) AS DOUBLE) / NULLIF(SUM(records_read), 0) AS kept_ratio,
  CAST(SUM(CASE WHEN status = 'read' THEN 0 ELSE 1 END) AS BIGINT) AS files_not_read_in_full
FROM intake
GROUP BY source
