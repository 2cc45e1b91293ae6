package leakcensus.register;

/**
 * What the members of a household share.
 *
 * @param household who they are
 * @param sharesAddress whether they live at one address
 * @param sharesPhone whether they have one phone
 * @param sharesEmail whether those with an e-mail address have the same
 * @param twins whether the last two are twins
 * @param namesakes whether the second is a child with the name of the first
 */
record RegisterFamily(
    RegisterHousehold household,
    boolean sharesAddress,
    boolean sharesPhone,
    boolean sharesEmail,
    boolean twins,
    boolean namesakes) {

  boolean isSecondTwin(long person) {
    return twins && household.position(person) == household.members() - 1;
  }

  boolean isNamesake(long person) {
    return namesakes && household.position(person) == 1 && !isSecondTwin(person);
  }

  /** The first two are of one generation, unless the second is a child. */
  boolean isParent(long person) {
    int position = household.position(person);
    boolean firstTwin = twins && position == household.members() - 2;
    return position == 0 || (position == 1 && !namesakes && !firstTwin);
  }
}
