-- How many people? The answer for the sample and for the dump, of all sources and of each.
-- Empty persons: not identifiable; needed says what would have to be known.
CREATE OR REPLACE VIEW how_many_people AS
SELECT scope, source, persons, lower, upper, confidence, method, identifiable, why, assumptions, needed
FROM person_estimate
WHERE selected
