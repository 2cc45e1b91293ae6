package leakcensus.register;

/**
 * Where a person lives.
 *
 * @param address house number and street
 * @param postcode four digits
 * @param locality town or suburb
 */
record RegisterHome(String address, String postcode, String locality) {}
