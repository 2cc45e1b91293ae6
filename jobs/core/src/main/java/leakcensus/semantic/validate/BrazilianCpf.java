package leakcensus.semantic.validate;

/**
 * Numbers of the register of natural persons of Brazil: nine digits and two check digits modulo 11.
 *
 * <p>Source: Receita Federal do Brasil, Instrucao Normativa 1548/2015.
 *
 * <p>Checked against: 20 made-up numbers of Faker 40.40.0, locale pt_BR.
 */
public final class BrazilianCpf implements PersonIdRule {

  @Override
  public boolean passes(String value) {
    String digits = compact(value);
    return Characters.areDigits(digits, 11)
        && !Characters.isOneRepeated(digits)
        && check(Characters.weighted(digits, 10, 9, 8, 7, 6, 5, 4, 3, 2))
            == Characters.digit(digits, 9)
        && check(Characters.weighted(digits, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2))
            == Characters.digit(digits, 10);
  }

  private static int check(int sum) {
    return sum % 11 < 2 ? 0 : 11 - sum % 11;
  }

  @Override
  public String compact(String value) {
    return Characters.compact(value.strip(), " .-/");
  }

  @Override
  public double chanceRatio() {
    return 0.01;
  }
}
