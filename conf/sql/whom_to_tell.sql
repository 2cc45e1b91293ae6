-- Whom to tell, and by when? What is reached first by place; facts to check with counsel.
CREATE OR REPLACE VIEW whom_to_tell AS
SELECT
  title,
  jurisdiction,
  whom,
  deadline,
  reached,
  measure,
  operator,
  threshold,
  lower,
  best,
  upper,
  article,
  explanation,
  notice,
  CASE reached WHEN 'yes' THEN 1 WHEN 'not_numeric' THEN 2 WHEN 'open' THEN 3 ELSE 4 END AS place
FROM notification
