-- How like the population are the persons of the sample? The worst dimension first by place.
CREATE OR REPLACE VIEW how_like_the_population AS
SELECT
  population,
  dimension,
  persons_seen,
  100 * total_variation AS elsewhere_percent,
  reading,
  ROW_NUMBER() OVER (
    ORDER BY COALESCE(total_variation, -1) DESC, population, dimension
  ) AS place
FROM representativeness
