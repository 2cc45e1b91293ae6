package leakcensus.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Map;
import leakcensus.person.PersonField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FieldNormalisersTest {

  private static final Map<PersonField, String> EXAMPLES =
      Map.ofEntries(
          Map.entry(PersonField.FULL_NAME, "Ada Lovelace"),
          Map.entry(PersonField.GIVEN_NAME, "Ada"),
          Map.entry(PersonField.SURNAME, "Lovelace"),
          Map.entry(PersonField.NATIONAL_ID, "11010519491231002x"),
          Map.entry(PersonField.PHONE, "138 0013 8000"),
          Map.entry(PersonField.EMAIL, "Ada@example.com"),
          Map.entry(PersonField.ADDRESS, "长安街 1 号"),
          Map.entry(PersonField.POSTAL_CODE, "100 000"),
          Map.entry(PersonField.BIRTH_DATE, "1990年4月3日"),
          Map.entry(PersonField.SEX, "女"),
          Map.entry(PersonField.BIRTHPLACE, "北京市"),
          Map.entry(PersonField.LOCALITY, "Neuilly-sur-Seine"),
          Map.entry(PersonField.ORGANISATION, "Analytical Engines Ltd."));

  private final FieldNormalisers normalisers =
      FieldNormalisers.of(settings("CN", NationalIdRule.CN_RESIDENT_ID));

  @ParameterizedTest
  @EnumSource
  void acceptsAnExampleOfEachField(PersonField field) {
    assertThat(normalisers.normalise(field, new RawValue(EXAMPLES.get(field))).isValid()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void isIdempotentOnRandomText(PersonField field) {
    RandomText random = new RandomText(20260109 + field.ordinal());

    for (int text = 0; text < 20_000; text++) {
      assertIdempotent(normalisers.normaliserOf(field), random.odd(), text);
      assertIdempotent(normalisers.normaliserOf(field), random.spoil(EXAMPLES.get(field)), text);
    }
  }

  @Test
  void isIdempotentOnIdsWithoutKnownRule() {
    RandomText random = new RandomText(20260110);

    for (int text = 0; text < 20_000; text++) {
      assertIdempotent(new OpaqueIdNormaliser(), random.odd(), text);
      assertIdempotent(new OpaqueIdNormaliser(), random.spoil("AB-12 34.56/x"), text);
    }
  }

  @Test
  void readsNationalIdsByTheRuleOfTheSettings() {
    RawValue raw = new RawValue("078-05-1120");

    assertThat(normalisers.normalise(PersonField.NATIONAL_ID, raw).isValid()).isFalse();
    assertThat(
            FieldNormalisers.of(settings("US", NationalIdRule.OPAQUE))
                .normalise(PersonField.NATIONAL_ID, raw)
                .isValid())
        .isTrue();
  }

  @Test
  void bringsTheAddressesOfAMailboxTogetherOnlyIfAsked() {
    RawValue raw = new RawValue("Ada.Byron+shop@googlemail.com");

    assertThat(normalisers.normalise(PersonField.EMAIL, raw))
        .isEqualTo(new FieldValue.Valid("ada.byron+shop@googlemail.com"));
    assertThat(merging().normalise(PersonField.EMAIL, raw))
        .isEqualTo(new FieldValue.Valid("adabyron@gmail.com"));
  }

  @Test
  void readsFifteenDigitsAsTheEighteenThatReplacedThemOnlyIfAsked() {
    RawValue raw = new RawValue("110105 491231 002");

    assertThat(normalisers.normalise(PersonField.NATIONAL_ID, raw))
        .isEqualTo(new FieldValue.Invalid("110105491231002"));
    assertThat(merging().normalise(PersonField.NATIONAL_ID, raw))
        .isEqualTo(new FieldValue.Completed("11010519491231002X"))
        .hasToString("Completed[18 characters]");
    assertThat(merging().normalise(PersonField.NATIONAL_ID, new RawValue("110105491231997")))
        .isEqualTo(new FieldValue.Invalid("110105491231997"));
    assertThat(merging().normalise(PersonField.NATIONAL_ID, new RawValue("110105491331002")))
        .isEqualTo(new FieldValue.Invalid("110105491331002"));
    assertThat(merging().normalise(PersonField.NATIONAL_ID, new RawValue("11010519491231002X")))
        .isEqualTo(new FieldValue.Valid("11010519491231002X"));
  }

  private static FieldNormalisers merging() {
    return FieldNormalisers.of(
        new NormaliseSettings(
            "CN",
            NationalIdRule.CN_RESIDENT_ID,
            DateOrder.DAY_FIRST,
            EmailAliases.MERGE,
            FifteenDigitIds.UPGRADE));
  }

  @Test
  void survivesSerialisation() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(normalisers);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      FieldNormalisers copy = (FieldNormalisers) in.readObject();

      EXAMPLES.forEach(
          (field, example) -> {
            RawValue raw = new RawValue(example);
            assertThat(copy.normalise(field, raw)).isEqualTo(normalisers.normalise(field, raw));
          });
    }
  }

  @Test
  void namesItsKeysAsTheConfigurationDoes() {
    assertThat(NationalIdRule.ofKey("cn-resident-id")).contains(NationalIdRule.CN_RESIDENT_ID);
    assertThat(NationalIdRule.ofKey("opaque")).contains(NationalIdRule.OPAQUE);
    assertThat(NationalIdRule.ofKey("OPAQUE")).isEmpty();
    assertThat(DateOrder.ofKey("day-first")).contains(DateOrder.DAY_FIRST);
    assertThat(DateOrder.ofKey("month-first")).contains(DateOrder.MONTH_FIRST);
    assertThat(DateOrder.ofKey("")).isEmpty();
  }

  @Test
  void refusesAnUnknownPhoneRegion() {
    assertThatThrownBy(() -> settings("China", NationalIdRule.OPAQUE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Unknown phone region: China"
                + " (must be an ISO 3166-1 code of two capital letters, such as CN)");
  }

  @ParameterizedTest
  @EnumSource
  void neverPrintsAValue(PersonField field) {
    RawValue raw = new RawValue(EXAMPLES.get(field));
    FieldValue read = normalisers.normalise(field, raw);

    assertThat(raw.toString()).doesNotContain(raw.text());
    assertThat(read.toString()).doesNotContain(read.normal());
    assertThat(normalisers.normaliserOf(field).toString()).doesNotContain(raw.text());
  }

  private static void assertIdempotent(Normaliser normaliser, String raw, int text) {
    FieldValue once = normaliser.normalise(new RawValue(raw));
    assertThat(normaliser.normalise(new RawValue(once.normal())))
        .as("text %d", text)
        .isEqualTo(once);
  }

  private static NormaliseSettings settings(String region, NationalIdRule rule) {
    return new NormaliseSettings(region, rule, DateOrder.DAY_FIRST);
  }
}
