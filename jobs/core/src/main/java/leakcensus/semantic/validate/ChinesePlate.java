package leakcensus.semantic.validate;

/**
 * Number plates of vehicles of China: the character of a province, a letter, five letters or digits
 * without I and O; six for vehicles of new energy.
 *
 * <p>Source: GA 36-2018.
 */
public final class ChinesePlate implements ValueRule {

  private static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使";
  private static final String LAST = "学警港澳挂领";

  @Override
  public boolean passes(String value) {
    String text = Characters.compact(value.strip(), " \u00b7.-");
    if (text.length() != 7 && text.length() != 8
        || PROVINCES.indexOf(text.charAt(0)) < 0
        || !Characters.isLetter(text.charAt(1))) {
      return false;
    }
    for (int index = 2; index < text.length(); index++) {
      char character = text.charAt(index);
      boolean last = index == text.length() - 1 && LAST.indexOf(character) >= 0;
      boolean plain =
          Characters.isDigit(character)
              || Characters.isLetter(character) && character != 'I' && character != 'O';
      if (!plain && !last) {
        return false;
      }
    }
    return true;
  }
}
