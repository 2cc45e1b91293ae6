package leakcensus.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Map;
import leakcensus.person.PersonField;
import leakcensus.synthetic.FileCompression;
import leakcensus.synthetic.LeakFormat;
import leakcensus.synthetic.RecordLaw;
import leakcensus.synthetic.SourceKind;
import leakcensus.synthetic.SyntheticNoise;
import leakcensus.synthetic.SyntheticSettings;
import leakcensus.synthetic.SyntheticSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynthesisReaderTest {

  @Test
  void readsEveryDefault() {
    SyntheticSettings settings = SynthesisReader.read(ConfigFactory.empty());

    assertThat(settings.seed()).isEqualTo(20220630);
    assertThat(settings.persons()).isEqualTo(43_000);
    assertThat(settings.sampleRatio()).isEqualTo(0.3);
    assertThat(settings.sharedPhoneRatio()).isEqualTo(0.1);
    assertThat(settings.emailRatio()).isEqualTo(0.5);
    assertThat(settings.noise()).isEqualTo(new SyntheticNoise(0.03, 0.02, 0.02, 0.02, 0.01, 0.002));
    assertThat(settings.sources())
        .extracting(SyntheticSource::name)
        .containsExactly("cases", "deliveries", "persons");
    assertThat(settings.sources())
        .extracting(SyntheticSource::records)
        .containsExactly(
            new RecordLaw.HeavyTail(1.6, 2.5, 200),
            new RecordLaw.ZeroTruncatedPoisson(2.0),
            new RecordLaw.One());
    assertThat(settings.sources().get(2))
        .isEqualTo(
            new SyntheticSource(
                "persons",
                SourceKind.PERSONS,
                0.8,
                0.5,
                new RecordLaw.One(),
                Map.of(
                    PersonField.FULL_NAME, 0.01,
                    PersonField.NATIONAL_ID, 0.03,
                    PersonField.PHONE, 0.35,
                    PersonField.EMAIL, 0.1,
                    PersonField.ADDRESS, 0.1,
                    PersonField.POSTAL_CODE, 0.4,
                    PersonField.BIRTH_DATE, 0.02,
                    PersonField.SEX, 0.02,
                    PersonField.BIRTHPLACE, 0.1),
                LeakFormat.PARQUET,
                FileCompression.NONE,
                2));
  }

  @Test
  void readsEveryKey() {
    Config section =
        ConfigFactory.parseString(
            """
            seed = -5
            persons = 7
            sample-ratio = 1
            shared-phone-ratio = 0.2
            email-ratio = 0.3
            noise {
              exact-duplicate-ratio = 0.11
              near-duplicate-ratio = 0.12
              name-typo-ratio = 0.13
              invalid-id-ratio = 0.14
              junk-phone-ratio = 0.15
              broken-ratio = 0.16
            }
            sources {
              persons = null
              deliveries = null
              cases = null
              parcels {
                kind = deliveries
                coverage-ratio = 0.4
                overlap-ratio = 0.9
                records { law = heavy-tail, mean = 3, shape = 1.5, limit = 50 }
                missing { phone = 0.7 }
                format = csv
                compression = gzip
                files = 3
              }
            }
            """);

    SyntheticSettings settings = SynthesisReader.read(section);

    assertThat(settings.sources()).hasSize(1);
    SyntheticSource parcels = settings.sources().get(0);
    assertThat(parcels.missingRatios())
        .containsEntry(PersonField.PHONE, 0.7)
        .containsEntry(PersonField.FULL_NAME, 0.01);
    assertThat(settings)
        .isEqualTo(
            new SyntheticSettings(
                -5,
                7,
                1,
                0.2,
                0.3,
                new SyntheticNoise(0.11, 0.12, 0.13, 0.14, 0.15, 0.16),
                List.of(
                    new SyntheticSource(
                        "parcels",
                        SourceKind.DELIVERIES,
                        0.4,
                        0.9,
                        new RecordLaw.HeavyTail(3, 1.5, 50),
                        parcels.missingRatios(),
                        LeakFormat.CSV,
                        FileCompression.GZIP,
                        3))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sead = 1 | Unknown keys in leak-census.synthesise: sead. Correct their spelling; \
          synthesis.conf lists every key.
          sources.cases.fils = 1 | Unknown keys in leak-census.synthesise: sources.cases.fils. \
          Correct their spelling; synthesis.conf lists every key.
          sources.cases.kind = people | Cannot read sources.cases: Unknown kind: people (must be one \
          of [persons, deliveries, cases])
          sources.cases.records.law = two | Cannot read sources.cases: Unknown records.law: two (must \
          be one of [one, one-or-two, poisson, geometric, heavy-tail])
          sources.cases.missing.nickname = 0.1 | Cannot read sources.cases: Unknown person field: \
          nickname
          sources.cases.coverage-ratio = 2 | Cannot read sources.cases: Invalid coverage ratio of \
          source cases: 2.0 (must be 0.001 to 1)
          sample-ratio = 0 | Invalid sample ratio: 0.0 (must be above 0 and at most 1)
          """)
  void saysWhatIsAtFault(String stated, String message) {
    Config section = ConfigFactory.parseString(stated);

    assertThatThrownBy(() -> SynthesisReader.read(section))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
