-- What do other methods say? All estimates, with their distance to the one that answers.
CREATE OR REPLACE VIEW estimates_side_by_side AS
SELECT
  e.scope,
  e.source,
  e.method,
  e.persons,
  e.lower,
  e.upper,
  e.selected,
  e.identifiable,
  e.persons / NULLIF(s.persons, 0) AS ratio_to_selected,
  e.assumptions,
  e.needed
FROM person_estimate e
LEFT JOIN person_estimate s
  ON s.scope = e.scope AND s.source = e.source AND s.selected
