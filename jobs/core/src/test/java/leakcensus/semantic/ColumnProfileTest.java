package leakcensus.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import leakcensus.normalise.DateOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnProfileTest {

  @ParameterizedTest(name = "{0} is shaped {1}")
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "110105 19491231 002X, 999999 99999999 999X",
        "11010519491231002X, 9{17}X",
        "O'Neil-Smith, X'Xx+-Xx+",
        "ada@mail.com, x+@x+.x+",
        "Jürgen, Xx+",
        "北京市朝阳区12号, 汉+99汉",
        "１２３, 999",
        "김민준, *+",
        "a☃b, x+",
        "(Ⅳ), (X)"
      })
  void showsAValueAsItsShape(String value, String shape) {
    assertThat(ValueShape.of(value)).isEqualTo(shape);
  }

  @Test
  void hasNoShapeForPunctuationAlone() {
    assertThat(ValueShape.of("!?*#$%")).isEqualTo(ValueShape.NONE);
    assertThat(ValueShape.of("")).isEqualTo(ValueShape.NONE);
  }

  @Test
  void cutsLongShapes() {
    assertThat(ValueShape.of("a1".repeat(10_000))).hasSizeLessThanOrEqualTo(48);
  }

  @Test
  void showsNoShapeOfFewValues() {
    ProfileColumn column = new ProfileColumn("id");
    IntStream.range(0, 10).forEach(number -> column.add("A-" + number));
    IntStream.range(0, 11).forEach(number -> column.add("1" + number % 10));

    assertThat(column.profile().shownShapes()).containsExactly(new ShapeCount("99", 11));
  }

  @Test
  void showsNoShapeOfLessThanOneInAHundred() {
    ProfileColumn column = new ProfileColumn("id");
    IntStream.range(0, 11).forEach(number -> column.add("A-" + number % 10));
    IntStream.range(0, 1_200).forEach(number -> column.add("1" + number % 10));

    assertThat(column.profile().shownShapes()).containsExactly(new ShapeCount("99", 1_200));
  }

  @Test
  void countsValuesBlanksAndDifferentOnes() {
    ProfileColumn column = new ProfileColumn("note");
    for (String value : new String[] {"ab", "", "NULL", "ab", " ab ", "abcd", "-", "\u00A0"}) {
      column.add(value);
    }

    ColumnCounts counts = column.profile().counts();

    assertThat(counts).isEqualTo(new ColumnCounts(4, 4, 2, 2, 4, 3));
  }

  @Test
  void neverPrintsNameOrValues() {
    ProfileColumn column = new ProfileColumn("Ada Byron");
    column.add("ada@mail.com");

    assertThat(column.profile()).hasToString("ColumnProfile[1 values, 0 blanks]");
    assertThat(SampledValue.of("ada@mail.com")).hasToString("RawValue[12 characters]");
  }

  @Test
  void tellsTheOrderOfDayAndMonthByDatesThatAllowOneOnly() {
    assertThat(order("03/04/1980", "25/12/1980", "12/11/1980")).contains(DateOrder.DAY_FIRST);
    assertThat(order("03/04/1980", "12/25/1980")).contains(DateOrder.MONTH_FIRST);
    assertThat(order("25/12/1980", "12/25/1980", "12-26-80")).contains(DateOrder.MONTH_FIRST);
    assertThat(order("03/04/1980", "1980-12-25", "25.12.1980")).isEmpty();
  }

  @Test
  void tellsTheRegionOfNumbersWithoutACountryCode() {
    ProfileColumn chinese = new ProfileColumn("");
    IntStream.range(0, 20).forEach(number -> chinese.add("138001380%02d".formatted(number)));
    ProfileColumn few = new ProfileColumn("");
    IntStream.range(0, 10).forEach(number -> few.add("030 9018201%02d".formatted(number)));

    assertThat(chinese.profile().phoneRegion()).contains("CN");
    assertThat(few.profile().likelyPhoneRegions()).isEmpty();
  }

  @Test
  void leavesTheRegionOpenWhereSeveralPlansHaveTheNumbers() {
    ProfileColumn american = new ProfileColumn("");
    IntStream.range(0, 20).forEach(number -> american.add("212-736-50%02d".formatted(number)));
    ProfileColumn bare = new ProfileColumn("");
    IntStream.range(0, 20).forEach(number -> bare.add("21273650%02d".formatted(number)));

    assertThat(american.profile().phoneRegion()).contains("US");
    assertThat(bare.profile().phoneRegion()).isEmpty();
    assertThat(bare.profile().likelyPhoneRegions()).contains("US").hasSizeGreaterThan(1);
  }

  private static Optional<DateOrder> order(String... dates) {
    ProfileColumn column = new ProfileColumn("");
    for (String date : dates) {
      column.add(date);
    }
    return column.profile().dateOrder();
  }
}
