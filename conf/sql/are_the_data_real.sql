-- Are the data real? Signs of made-up or recycled data; evidence, never proof.
CREATE OR REPLACE VIEW are_the_data_real AS
SELECT
  sign,
  source,
  reading,
  tested,
  observed,
  expected,
  lower,
  upper,
  p_value,
  explanation,
  suppressed
FROM authenticity
