package leakcensus.register;

/**
 * People who live together.
 *
 * @param head number of the first member; the others follow
 * @param members number of members, at least 1
 */
record RegisterHousehold(long head, int members) {

  int position(long person) {
    return (int) (person - head);
  }

  boolean isFamily() {
    return members >= 2;
  }
}
