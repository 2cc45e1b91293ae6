package leakcensus.semantic;

import java.util.Random;
import java.util.function.Supplier;
import leakcensus.normalise.ResidentId;
import leakcensus.semantic.validate.Aadhaar;
import leakcensus.semantic.validate.BankAccountNumber;
import leakcensus.semantic.validate.BrazilianCpf;
import leakcensus.semantic.validate.CodiceFiscale;
import leakcensus.semantic.validate.DutchBsn;
import leakcensus.semantic.validate.FrenchNir;
import leakcensus.semantic.validate.GermanTaxId;
import leakcensus.semantic.validate.HongKongId;
import leakcensus.semantic.validate.Imei;
import leakcensus.semantic.validate.JapaneseMyNumber;
import leakcensus.semantic.validate.KoreanRrn;
import leakcensus.semantic.validate.NhsNumber;
import leakcensus.semantic.validate.PaymentCard;
import leakcensus.semantic.validate.PolishPesel;
import leakcensus.semantic.validate.RussianInn;
import leakcensus.semantic.validate.RussianSnils;
import leakcensus.semantic.validate.SpanishDni;
import leakcensus.semantic.validate.SwedishPersonnummer;
import leakcensus.semantic.validate.TaiwaneseId;
import leakcensus.semantic.validate.ValueRule;

/** Made-up national ids with right check digits, which are found by trying. */
final class MadeIds {

  private MadeIds() {}

  static String of(String kind, String birth, Random random) {
    String date = birth.replace("-", "");
    return switch (kind) {
      case "cn" -> ResidentId.withCheckDigit(area(random) + date + digits(random, 3));
      case "aadhaar" ->
          grouped(tried(new Aadhaar(), () -> 2 + random.nextInt(8) + digits(random, 11)), 4);
      case "pan" ->
          letters(random, 3)
              + "P"
              + letters(random, 1)
              + (1000 + random.nextInt(9000))
              + letters(random, 1);
      case "ssn" ->
          "%03d-%02d-%04d"
              .formatted(1 + random.nextInt(665), 1 + random.nextInt(99), 1 + random.nextInt(9999));
      case "ssn9" ->
          "%03d%02d%04d"
              .formatted(1 + random.nextInt(665), 1 + random.nextInt(99), 1 + random.nextInt(9999));
      case "cpf" -> punctuatedCpf(tried(new BrazilianCpf(), () -> digits(random, 11)));
      case "nino" ->
          "A"
              + "BEHKLMPRSTWX".charAt(random.nextInt(12))
              + digits(random, 6)
              + "ABCD".charAt(random.nextInt(4));
      case "nhs" -> tried(new NhsNumber(), () -> digits(random, 10));
      case "nir" ->
          tried(
              new FrenchNir(),
              () ->
                  (1 + random.nextInt(2))
                      + date.substring(2, 6)
                      + "%02d".formatted(1 + random.nextInt(95))
                      + digits(random, 8));
      case "steuer" -> tried(new GermanTaxId(), () -> (1 + random.nextInt(9)) + digits(random, 10));
      case "fiscale" ->
          tried(
              new CodiceFiscale(),
              () ->
                  letters(random, 6)
                      + date.substring(2, 4)
                      + "ABCDEHLMPRST".charAt(random.nextInt(12))
                      + date.substring(6, 8)
                      + letters(random, 1)
                      + digits(random, 3)
                      + letters(random, 1));
      case "dni" -> tried(new SpanishDni(), () -> digits(random, 8) + letters(random, 1));
      case "bsn" -> tried(new DutchBsn(), () -> digits(random, 9));
      case "pesel" ->
          tried(
              new PolishPesel(),
              () ->
                  date.substring(2, 4)
                      + "%02d"
                          .formatted(
                              Integer.parseInt(date.substring(4, 6))
                                  + (date.startsWith("20") ? 20 : 0))
                      + date.substring(6, 8)
                      + digits(random, 5));
      case "pnr" -> tried(new SwedishPersonnummer(), () -> date + "-" + digits(random, 4));
      case "rrn" ->
          tried(
              new KoreanRrn(),
              () -> date.substring(2) + "-" + (date.startsWith("20") ? 3 : 1) + digits(random, 6));
      case "mynumber" -> tried(new JapaneseMyNumber(), () -> digits(random, 12));
      case "twid" ->
          tried(
              new TaiwaneseId(),
              () -> letters(random, 1) + (1 + random.nextInt(2)) + digits(random, 8));
      case "hkid" ->
          tried(
              new HongKongId(),
              () ->
                  letters(random, 1)
                      + digits(random, 6)
                      + "("
                      + "0123456789A".charAt(random.nextInt(11))
                      + ")");
      case "snils" ->
          tried(
              new RussianSnils(),
              () ->
                  "%s-%s-%s %s"
                      .formatted(
                          100 + random.nextInt(100),
                          digits(random, 3),
                          digits(random, 3),
                          digits(random, 2)));
      case "inn" -> tried(new RussianInn(), () -> "77" + digits(random, 10));
      case "iban" -> tried(new BankAccountNumber(), () -> "DE" + digits(random, 20));
      case "card" ->
          tried(
              new PaymentCard(),
              () -> random.nextBoolean() ? "4" + digits(random, 15) : "51" + digits(random, 14));
      case "imei" -> tried(new Imei(), () -> "35" + digits(random, 13));
      default -> throw new IllegalStateException("Unknown id: " + kind);
    };
  }

  static String digits(Random random, int count) {
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < count; index++) {
      text.append(random.nextInt(10));
    }
    return text.toString();
  }

  static String letters(Random random, int count) {
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < count; index++) {
      text.append((char) ('A' + random.nextInt(26)));
    }
    return text.toString();
  }

  private static String area(Random random) {
    String[] areas = {
      "110105", "310101", "440305", "510104", "330106", "420102", "370203", "610103"
    };
    return areas[random.nextInt(areas.length)];
  }

  private static String grouped(String digits, int size) {
    return digits.replaceAll("(.{" + size + "})(?!$)", "$1 ");
  }

  private static String punctuatedCpf(String digits) {
    return "%s.%s.%s-%s"
        .formatted(
            digits.substring(0, 3),
            digits.substring(3, 6),
            digits.substring(6, 9),
            digits.substring(9));
  }

  private static String tried(ValueRule rule, Supplier<String> made) {
    for (int times = 0; times < 100_000; times++) {
      String value = made.get();
      if (rule.passes(value)) {
        return value;
      }
    }
    throw new IllegalStateException("Cannot make an id of the shape given");
  }
}
