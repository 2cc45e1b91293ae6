-- Who is told by few facts? Persons of the sample whom no other is like.
CREATE OR REPLACE VIEW told_by_few_facts AS
SELECT
  quasi_identifier,
  persons,
  unique_persons,
  100 * unique_ratio AS unique_percent
FROM uniqueness
