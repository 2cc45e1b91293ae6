package leakcensus.normalise;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import leakcensus.semantic.validate.Aadhaar;
import leakcensus.semantic.validate.BrazilianCpf;
import leakcensus.semantic.validate.BritishNino;
import leakcensus.semantic.validate.CodiceFiscale;
import leakcensus.semantic.validate.DutchBsn;
import leakcensus.semantic.validate.FrenchNir;
import leakcensus.semantic.validate.GermanTaxId;
import leakcensus.semantic.validate.HongKongId;
import leakcensus.semantic.validate.IndianPan;
import leakcensus.semantic.validate.JapaneseMyNumber;
import leakcensus.semantic.validate.KoreanRrn;
import leakcensus.semantic.validate.NhsNumber;
import leakcensus.semantic.validate.PersonIdRule;
import leakcensus.semantic.validate.PolishPesel;
import leakcensus.semantic.validate.RussianInn;
import leakcensus.semantic.validate.RussianSnils;
import leakcensus.semantic.validate.SpanishDni;
import leakcensus.semantic.validate.SwedishPersonnummer;
import leakcensus.semantic.validate.TaiwaneseId;
import leakcensus.semantic.validate.UsSocialSecurity;

/** By which rule national ids are read. */
public enum NationalIdRule {
  /** Chinese resident ids of 18 characters, see {@link ResidentId}. */
  CN_RESIDENT_ID,
  /** Ids without a known rule, see {@link OpaqueIdNormaliser}. */
  OPAQUE,
  /** See {@link UsSocialSecurity}. */
  US_SSN(new UsSocialSecurity()),
  /** See {@link Aadhaar}. */
  IN_AADHAAR(new Aadhaar()),
  /** See {@link IndianPan}. */
  IN_PAN(new IndianPan()),
  /** See {@link BrazilianCpf}. */
  BR_CPF(new BrazilianCpf()),
  /** See {@link BritishNino}. */
  UK_NINO(new BritishNino()),
  /** See {@link NhsNumber}. */
  UK_NHS_NUMBER(new NhsNumber()),
  /** See {@link FrenchNir}. */
  FR_NIR(new FrenchNir()),
  /** See {@link GermanTaxId}. */
  DE_TAX_ID(new GermanTaxId()),
  /** See {@link CodiceFiscale}. */
  IT_CODICE_FISCALE(new CodiceFiscale()),
  /** See {@link SpanishDni}. */
  ES_DNI(new SpanishDni()),
  /** See {@link DutchBsn}. */
  NL_BSN(new DutchBsn()),
  /** See {@link PolishPesel}. */
  PL_PESEL(new PolishPesel()),
  /** See {@link SwedishPersonnummer}. */
  SE_PERSONNUMMER(new SwedishPersonnummer()),
  /** See {@link KoreanRrn}. */
  KR_RRN(new KoreanRrn()),
  /** See {@link JapaneseMyNumber}. */
  JP_MY_NUMBER(new JapaneseMyNumber()),
  /** See {@link TaiwaneseId}. */
  TW_ID(new TaiwaneseId()),
  /** See {@link HongKongId}. */
  HK_ID(new HongKongId()),
  /** See {@link RussianSnils}. */
  RU_SNILS(new RussianSnils()),
  /** See {@link RussianInn}. */
  RU_INN(new RussianInn());

  private final Optional<PersonIdRule> rule;

  NationalIdRule(PersonIdRule... rule) {
    this.rule = Arrays.stream(rule).findFirst();
  }

  /** The name in configuration files, such as {@code cn-resident-id}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The rule of a country other than China, where it is one. */
  Optional<PersonIdRule> rule() {
    return rule;
  }

  /** The rule of a configuration key, if there is one. */
  public static Optional<NationalIdRule> ofKey(String key) {
    return Arrays.stream(values()).filter(rule -> rule.key().equals(key)).findFirst();
  }

  /** All keys, for messages. */
  public static String keys() {
    return Arrays.stream(values()).map(NationalIdRule::key).collect(Collectors.joining(", "));
  }
}
