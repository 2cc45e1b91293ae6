-- How sure are the links? Pairs of each band and what the linkage expects to have wrong there.
CREATE OR REPLACE VIEW how_sure_are_the_links AS
SELECT
  identifier,
  outcome,
  meaning,
  pairs,
  joins,
  expected_same_pairs,
  expected_false_merges,
  expected_false_splits
FROM linkage_quality
