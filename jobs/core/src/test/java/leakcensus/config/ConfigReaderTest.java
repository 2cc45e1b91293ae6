package leakcensus.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import leakcensus.container.ContainerLimits;
import leakcensus.duty.CountRange;
import leakcensus.duty.DutySettings;
import leakcensus.estimate.SampleDesign;
import leakcensus.estimate.SourceStatements;
import leakcensus.estimate.claim.ClaimedPrice;
import leakcensus.estimate.claim.ClaimedQuantity;
import leakcensus.link.ResolveMethod;
import leakcensus.link.TrustSettings;
import leakcensus.match.MatchSettings;
import leakcensus.normalise.DateOrder;
import leakcensus.normalise.EmailAliases;
import leakcensus.normalise.FifteenDigitIds;
import leakcensus.normalise.NationalIdRule;
import leakcensus.normalise.NormaliseSettings;
import leakcensus.person.PersonField;
import leakcensus.severity.DataCategory;
import leakcensus.severity.SeverityPart;
import leakcensus.severity.SeveritySettings;
import leakcensus.severity.StatedScore;
import leakcensus.source.DelimitedOptions;
import leakcensus.source.JoinedColumns;
import leakcensus.source.RecordFormat;
import leakcensus.source.Slot;
import leakcensus.source.Source;
import leakcensus.source.ValueChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {

  private static final NormaliseSettings DEFAULT_RULES =
      new NormaliseSettings("CN", NationalIdRule.CN_RESIDENT_ID, DateOrder.DAY_FIRST);

  @TempDir private Path folder;

  @Test
  void readsEveryDefault() {
    CensusConfig config = ConfigReader.read(LoadedConfig.load(Optional.empty(), List.of()));

    assertThat(config)
        .isEqualTo(
            new CensusConfig(
                new OutputSettings("leak-census-out", false, 0, ""),
                new ReadSettings(
                    33_554_432,
                    16_777_216,
                    QuarantineLimits.of(QuarantineLimit.ofRatio(0.05)),
                    ContainerLimits.DEFAULT),
                List.of(),
                new ResolveSettings(
                    new TrustSettings(ResolveMethod.MATCHING, 1_000, 10),
                    new MatchSettings(100, 400, 2_500),
                    Optional.empty(),
                    1_073_741_824,
                    0),
                new SampleDesign.Unknown(),
                SourceStatements.none(),
                0.95,
                List.of(),
                new PopulationSettings(
                    List.of("china-2020", "china-2020-age-sex"), Optional.empty()),
                new DisclosureSettings(11, 1),
                new PrivacySettings(false, false, false),
                new KeepSettings(true, true, 7),
                SeveritySettings.none(),
                new DutySettings(
                    List.of(
                        "gdpr",
                        "uk",
                        "france",
                        "pipl",
                        "china-incident",
                        "china-criminal",
                        "hipaa",
                        "us-states",
                        "brazil",
                        "india",
                        "sec-8k"),
                    new TreeMap<>(),
                    new TreeMap<>())));
  }

  @Test
  void readsTheDefaultsOfSources() throws IOException {
    CensusConfig config =
        read(
            """
            leak-census.sources.persons {
              files = /leak/persons.jsonl
              format = json-lines
              fields { full-name = name }
            }
            """);

    assertThat(config.sources())
        .containsExactly(
            new Source(
                "persons",
                List.of("/leak/persons.jsonl"),
                new RecordFormat.JsonLines(),
                "UTF-8",
                List.of(Slot.of("holder", Map.of(PersonField.FULL_NAME, List.of("name")))),
                List.of(),
                DEFAULT_RULES));
  }

  @Test
  void readsEveryKey() throws IOException {
    String text =
        """
        leak-census {
          output { path = "s3a://runs/here", assignments = true, review-pairs = 40, title = " Case 7: a leak "
            retention-days = 90, atomic-rename = true, encryption.key.alias = tables }
          read {
            split-bytes = 1024, max-record-bytes = 64, max-quarantine-ratio = 1
            max-quarantine-records = 9
            containers {
              max-ratio = 2, ratio-from-bytes = 3, max-entries = 4, max-depth = 5
              max-bytes = 6, max-held-bytes = 7
            }
          }
          normalise {
            phone-region = DE, national-id = opaque, date-order = month-first
            email-aliases = merge, cn-fifteen-digits = upgrade
          }
          sources {
            b {
              files = ["b/*.csv", /abs/b.csv]
              format = csv
              charset = gb18030
              delimiter = "|"
              quote = "'"
              columns = [tel, mobile, name]
              fields { phone = [mobile, tel], full-name = name }
              other = [note]
              phone-region = FR
              national-id = cn-resident-id
              date-order = day-first
              max-quarantine-records = null
              email-aliases = keep
              cn-fifteen-digits = separate
            }
            a {
              files = a.tsv, format = tsv, max-quarantine-ratio = 0.5
              slots { suspect { email = mail }, reporter { sex = gender } }
            }
            c {
              files = c, format = parquet, fields { address = addr }, other = note
              max-quarantine-records = 0
            }
          }
          resolve {
            method = matching
            matching { max-block = 9, max-component = 8, sample-size = 700, labels = labels.csv }
            max-mentions = 5, max-names = 2, driver-budget-bytes = 0, buckets = 7
          }
          sample {
            design = random-records, dump-records = 12
            person-indexes = [b, c], source-records { b = 7 }
          }
          estimate { confidence = 0.9 }
          claims {
            seller { persons = 1000, max-cv2 = 3 }, press.persons = 9, rows.records = 12
            size.bytes = 23 TB, share { share = 0.7, population = own }
            offer.price { total = 10, currency = BTC, records = 1000, per-record = 0.01 }
          }
          population { compare = [un-wpp-2024, facts/own.csv], leak-date = 2022-06-30 }
          disclosure { min-cell = 5, round-persons = 10 }
          privacy {
            allow-unencrypted-spill = true, allow-open-network = true, allow-heap-dumps = true
            allow-shared-key-file = true, key { file = leak.key, alias = null }
          }
          keep { resume = false, sketches = false, days = 30 }
          severity {
            contains { criminal = "Case notes." }
            data-context { value = 4, reason = a }
            identification { value = 0.25, reason = b }
            confidentiality { value = 0.5, reason = c }
            integrity { value = 0.25, reason = d }
            availability { value = 0, reason = e }
            malicious { value = 0.5, reason = f }
            unintelligible = Encrypted.
          }
          duties {
            regimes = [gdpr, laws/own.conf]
            residents { US-CA = 1200, US-TX { lower = 5, upper = 9 }, US-WA.lower = 7 }
            items.location = 60
          }
        }
        """;

    CensusConfig config = read(text);

    NormaliseSettings overridden =
        new NormaliseSettings(
            "DE",
            NationalIdRule.OPAQUE,
            DateOrder.MONTH_FIRST,
            EmailAliases.MERGE,
            FifteenDigitIds.UPGRADE);
    assertThat(config)
        .isEqualTo(
            new CensusConfig(
                new OutputSettings(
                    "s3a://runs/here",
                    true,
                    40,
                    "Case 7: a leak",
                    OptionalInt.of(90),
                    Optional.of(true),
                    new KeySettings(
                        KeySettings.OF_TABLES, Optional.empty(), Optional.of("tables"), true)),
                new ReadSettings(
                    1024,
                    64,
                    new QuarantineLimits(
                        new QuarantineLimit(1, 9),
                        new TreeMap<>(
                            Map.of(
                                "a",
                                new QuarantineLimit(0.5, 9),
                                "b",
                                QuarantineLimit.ofRatio(1),
                                "c",
                                new QuarantineLimit(1, 0)))),
                    new ContainerLimits(2, 3, 4, 5, 6, 7)),
                List.of(
                    new Source(
                        "a",
                        List.of(folder.resolve("a.tsv").toString()),
                        new RecordFormat.Delimited('\t', '"', List.of()),
                        "UTF-8",
                        List.of(
                            Slot.of("reporter", Map.of(PersonField.SEX, List.of("gender"))),
                            Slot.of("suspect", Map.of(PersonField.EMAIL, List.of("mail")))),
                        List.of(),
                        overridden),
                    new Source(
                        "b",
                        List.of(folder.resolve("b/*.csv").toString(), "/abs/b.csv"),
                        new RecordFormat.Delimited('|', '\'', List.of("tel", "mobile", "name")),
                        "GB18030",
                        List.of(
                            Slot.of(
                                "holder",
                                Map.of(
                                    PersonField.PHONE, List.of("mobile", "tel"),
                                    PersonField.FULL_NAME, List.of("name")))),
                        List.of("note"),
                        new NormaliseSettings(
                            "FR", NationalIdRule.CN_RESIDENT_ID, DateOrder.DAY_FIRST)),
                    new Source(
                        "c",
                        List.of(folder.resolve("c").toString()),
                        new RecordFormat.ParquetRows(),
                        "UTF-8",
                        List.of(Slot.of("holder", Map.of(PersonField.ADDRESS, List.of("addr")))),
                        List.of("note"),
                        overridden)),
                new ResolveSettings(
                    new TrustSettings(ResolveMethod.MATCHING, 5, 2),
                    new MatchSettings(9, 8, 700),
                    Optional.of("labels.csv"),
                    0,
                    7),
                new SampleDesign.RandomRecords(OptionalLong.of(12)),
                new SourceStatements(
                    new TreeSet<>(List.of("b", "c")), new TreeMap<>(Map.of("b", 7L))),
                0.9,
                List.of(
                    claim(
                        "offer",
                        new ClaimedQuantity.Price(
                            new ClaimedPrice(
                                10, "BTC", OptionalDouble.of(1000), OptionalDouble.of(0.01)))),
                    ClaimSettings.ofPersons("press", 9, OptionalDouble.empty()),
                    claim("rows", new ClaimedQuantity.Records(12)),
                    ClaimSettings.ofPersons("seller", 1000, OptionalDouble.of(3)),
                    claim("share", new ClaimedQuantity.Share(0.7, "own")),
                    claim("size", new ClaimedQuantity.Bytes(23_000_000_000_000L))),
                new PopulationSettings(
                    List.of("un-wpp-2024", "facts/own.csv"),
                    Optional.of(LocalDate.of(2022, 6, 30))),
                new DisclosureSettings(5, 10),
                new PrivacySettings(
                    true,
                    true,
                    true,
                    new KeySettings(
                        KeySettings.OF_RUNS, Optional.of("leak.key"), Optional.empty(), true)),
                new KeepSettings(false, false, 30),
                new SeveritySettings(
                    new TreeMap<>(Map.of(DataCategory.CRIMINAL, "Case notes.")),
                    new TreeMap<>(
                        Map.of(
                            SeverityPart.DATA_CONTEXT, new StatedScore(4, "a"),
                            SeverityPart.IDENTIFICATION, new StatedScore(0.25, "b"),
                            SeverityPart.CONFIDENTIALITY, new StatedScore(0.5, "c"),
                            SeverityPart.INTEGRITY, new StatedScore(0.25, "d"),
                            SeverityPart.AVAILABILITY, new StatedScore(0, "e"),
                            SeverityPart.MALICIOUS, new StatedScore(0.5, "f"))),
                    Optional.of("Encrypted.")),
                new DutySettings(
                    List.of("gdpr", "laws/own.conf"),
                    new TreeMap<>(
                        Map.of(
                            "US-CA", CountRange.exactly(1200),
                            "US-TX", new CountRange(5, OptionalLong.of(9)),
                            "US-WA", new CountRange(7, OptionalLong.empty()))),
                    new TreeMap<>(Map.of(DataCategory.LOCATION, CountRange.exactly(60))))));
  }

  @Test
  void readsColumnsThatAreJoinedAndTheirAlternatives() throws IOException {
    CensusConfig config =
        read(
            """
            leak-census.sources.persons {
              files = a, format = json-lines
              fields {
                address = [[_source.no, _source.street], _source.addr]
                birth-date = [[y, m, d]]
                phone = 7
              }
            }
            """);

    Source source = config.sources().get(0);
    assertThat(source.slots())
        .containsExactly(
            new Slot(
                "holder",
                Map.of(
                    PersonField.ADDRESS,
                    List.of(
                        new JoinedColumns(List.of("_source.no", "_source.street")),
                        JoinedColumns.of("_source.addr")),
                    PersonField.BIRTH_DATE,
                    List.of(new JoinedColumns(List.of("y", "m", "d"))),
                    PersonField.PHONE,
                    List.of(JoinedColumns.of("7")))));
    assertThat(source.columns())
        .containsExactly("7", "_source.no", "_source.street", "_source.addr", "y", "m", "d");
  }

  @Test
  void readsWhichOfSeveralValuesCount() throws IOException {
    CensusConfig config =
        read(
            """
            leak-census.sources.persons {
              files = a, format = json-lines
              fields {
                phone = { all = [phone1, [country, number]] }
                email = { first = emails }
                national-id = ids
                full-name = { first = [name, alias] }
              }
            }
            """);

    Slot slot = config.sources().get(0).slots().get(0);
    assertThat(slot.choices())
        .isEqualTo(
            Map.of(
                PersonField.PHONE, ValueChoice.ALL_COLUMNS,
                PersonField.EMAIL, ValueChoice.FIRST,
                PersonField.NATIONAL_ID, ValueChoice.FIRST_COLUMN,
                PersonField.FULL_NAME, ValueChoice.FIRST));
    assertThat(slot.columns().get(PersonField.PHONE))
        .containsExactly(
            JoinedColumns.of("phone1"), new JoinedColumns(List.of("country", "number")));
    assertThat(slot.columns().get(PersonField.EMAIL)).containsExactly(JoinedColumns.of("emails"));
    assertThat(config.sources().get(0).columnsOfSeveralValues())
        .containsExactlyInAnyOrder("phone1", "ids");
  }

  @Test
  void readsJoinedColumnsOfTheCommandLine() {
    LoadedConfig loaded =
        LoadedConfig.load(
            Optional.empty(),
            List.of(
                "sources={p {files = a, format = csv, fields {}}}",
                "sources.p.fields.address=[[no, street]]"));

    assertThat(ConfigReader.read(loaded).sources().get(0).columns())
        .containsExactly("no", "street");
  }

  @Test
  void overridesEveryKeyOfTheReferenceInItsTests() throws IOException {
    LoadedConfig reference = LoadedConfig.load(Optional.empty(), List.of());

    assertThat(reference.census().root().unwrapped())
        .containsOnlyKeys(
            "output",
            "read",
            "normalise",
            "sources",
            "resolve",
            "sample",
            "estimate",
            "claims",
            "population",
            "disclosure",
            "privacy",
            "keep",
            "severity",
            "duties");
    assertThat(reference.explain().lines().map(line -> line.replaceFirst(" = .*", "")))
        .containsExactly(
            "leak-census.disclosure.min-cell",
            "leak-census.disclosure.round-persons",
            "leak-census.duties.regimes",
            "leak-census.estimate.confidence",
            "leak-census.keep.days",
            "leak-census.keep.resume",
            "leak-census.keep.sketches",
            "leak-census.normalise.cn-fifteen-digits",
            "leak-census.normalise.date-order",
            "leak-census.normalise.email-aliases",
            "leak-census.normalise.national-id",
            "leak-census.normalise.phone-region",
            "leak-census.output.assignments",
            "leak-census.output.path",
            "leak-census.output.review-pairs",
            "leak-census.output.title",
            "leak-census.population.compare",
            "leak-census.population.leak-date",
            "leak-census.privacy.allow-heap-dumps",
            "leak-census.privacy.allow-open-network",
            "leak-census.privacy.allow-shared-key-file",
            "leak-census.privacy.allow-unencrypted-spill",
            "leak-census.read.containers.max-bytes",
            "leak-census.read.containers.max-depth",
            "leak-census.read.containers.max-entries",
            "leak-census.read.containers.max-held-bytes",
            "leak-census.read.containers.max-ratio",
            "leak-census.read.containers.ratio-from-bytes",
            "leak-census.read.max-quarantine-ratio",
            "leak-census.read.max-record-bytes",
            "leak-census.read.split-bytes",
            "leak-census.resolve.buckets",
            "leak-census.resolve.driver-budget-bytes",
            "leak-census.resolve.matching.max-block",
            "leak-census.resolve.matching.max-component",
            "leak-census.resolve.matching.sample-size",
            "leak-census.resolve.max-mentions",
            "leak-census.resolve.max-names",
            "leak-census.resolve.method",
            "leak-census.sample.design",
            "leak-census.sample.person-indexes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          output.path= | Cannot read leak-census.output: Missing path: name the folder that holds the runs
          read.split-bytes=1023 | Cannot read leak-census.read: Invalid split-bytes: 1023 (must be at least 1024)
          read.max-record-bytes=63 | Cannot read leak-census.read: Invalid max-record-bytes: 63 (must be 64 to 536870912)
          read.max-record-bytes=536870913 | Cannot read leak-census.read: Invalid max-record-bytes: 536870913 (must be 64 to 536870912)
          read.max-quarantine-ratio=-0.1 | Cannot read leak-census.read: Invalid max-quarantine-ratio: -0.1 (must be a ratio in [0, 1])
          read.max-quarantine-ratio=1.1 | Cannot read leak-census.read: Invalid max-quarantine-ratio: 1.1 (must be a ratio in [0, 1])
          read.max-quarantine-ratio=NaN | Cannot read leak-census.read: Invalid max-quarantine-ratio: NaN (must be a ratio in [0, 1])
          read.max-quarantine-records=-1 | Cannot read leak-census.read: Invalid max-quarantine-records: -1 (must not be negative, or null for any number)
          read.max-quarantine-records=few | Cannot read leak-census.read: Invalid type: max-quarantine-records has type STRING rather than NUMBER
          read.containers.max-ratio=0 | Cannot read leak-census.read.containers: Invalid max-ratio: 0 (must be at least 1)
          read.containers.ratio-from-bytes=-1 | Cannot read leak-census.read.containers: Invalid ratio-from-bytes: -1 (must be at least 0)
          read.containers.max-entries=0 | Cannot read leak-census.read.containers: Invalid max-entries: 0 (must be at least 1)
          read.containers.max-depth=-1 | Cannot read leak-census.read.containers: Invalid max-depth: -1 (must be at least 0)
          read.containers.max-bytes=0 | Cannot read leak-census.read.containers: Invalid max-bytes: 0 (must be at least 1)
          read.containers.max-held-bytes=-1 | Cannot read leak-census.read.containers: Invalid max-held-bytes: -1 (must be at least 0)
          read.containers.max-entry=1 | Unknown keys in leak-census: read.containers.max-entry. Correct their spelling; reference.conf lists every key.
          read.containers=none | Cannot read leak-census.read.containers: Invalid type: read.containers has type STRING rather than OBJECT
          normalise.phone-region=XX | Cannot read leak-census.normalise: Unknown phone region: XX (must be an ISO 3166-1 code of two capital letters, such as CN)
          normalise.national-id=ssn | Cannot read leak-census.normalise: Unknown national-id: ssn (must be cn-resident-id, opaque, us-ssn, in-aadhaar, in-pan, br-cpf, uk-nino, uk-nhs-number, fr-nir, de-tax-id, it-codice-fiscale, es-dni, nl-bsn, pl-pesel, se-personnummer, kr-rrn, jp-my-number, tw-id, hk-id, ru-snils, ru-inn)
          normalise.email-aliases=join | Cannot read leak-census.normalise: Unknown email-aliases: join (must be keep or merge)
          normalise.cn-fifteen-digits=drop | Cannot read leak-census.normalise: Unknown cn-fifteen-digits: drop (must be separate or upgrade)
          normalise.date-order=year-first | Cannot read leak-census.normalise: Unknown date-order: year-first (must be day-first or month-first)
          resolve.method=guessing | Cannot read leak-census.resolve: Unknown method: guessing (must be matching or identifiers)
          output.retention-days=0 | Cannot read leak-census.output: Invalid retention-days: 0 (must be 1 to 36525, or null for no date)
          output.retention-days=36526 | Cannot read leak-census.output: Invalid retention-days: 36526 (must be 1 to 36525, or null for no date)
          output.review-pairs=-1 | Cannot read leak-census.output: Invalid review-pairs: -1 (must be 0 to 10000)
          output.review-pairs=10001 | Cannot read leak-census.output: Invalid review-pairs: 10001 (must be 0 to 10000)
          output.review-pairs=5;resolve.method=identifiers | Cannot read leak-census: Invalid output.review-pairs: 5 (needs resolve.method = matching)
          resolve.matching.max-block=1 | Cannot read leak-census.resolve: Invalid max-block: 1 (must be at least 2)
          resolve.matching.max-component=1 | Cannot read leak-census.resolve: Invalid max-component: 1 (must be 2 to 2000)
          resolve.matching.max-component=2001 | Cannot read leak-census.resolve: Invalid max-component: 2001 (must be 2 to 2000)
          resolve.matching.sample-size=99 | Cannot read leak-census.resolve: Invalid sample-size: 99 (must be 100 to 20000)
          resolve.matching.sample-size=20001 | Cannot read leak-census.resolve: Invalid sample-size: 20001 (must be 100 to 20000)
          resolve.matching.sample-size=few | Cannot read leak-census.resolve: Invalid type: matching.sample-size has type STRING rather than NUMBER
          resolve.matching.labels=review.csv;resolve.method=identifiers | Cannot read leak-census.resolve: Invalid matching.labels: a file (needs method = matching)
          resolve.max-mentions=0 | Cannot read leak-census.resolve: Invalid max-mentions: 0 (must be at least 1)
          resolve.max-names=0 | Cannot read leak-census.resolve: Invalid max-names: 0 (must be at least 1)
          resolve.driver-budget-bytes=-1 | Cannot read leak-census.resolve: Invalid driver-budget-bytes: -1 (must not be negative)
          resolve.buckets=-1 | Cannot read leak-census.resolve: Invalid buckets: -1 (must be 0 to 1000000)
          resolve.buckets=1000001 | Cannot read leak-census.resolve: Invalid buckets: 1000001 (must be 0 to 1000000)
          sample.design=random | Cannot read leak-census.sample: Unknown sample design: random (must be one of unknown, whole-dump, random-records, independent-draws, head)
          sample={design=random-records, dump-records=0} | Cannot read leak-census.sample: Invalid dump records: 0 (must be >= 1)
          sample.person-indexes=[a] | Cannot read leak-census: Unknown sources in sample.person-indexes or sample.source-records: a
          sample.source-records.b=5 | Cannot read leak-census: Unknown sources in sample.person-indexes or sample.source-records: b
          sample.source-records.b=0 | Cannot read leak-census.sample: Invalid source-records of b: 0 (must be >= 1)
          estimate.confidence=95 | Cannot read leak-census: Invalid confidence: 95.0 (must be a ratio inside (0, 1))
          estimate.confidence=0 | Cannot read leak-census: Invalid confidence: 0.0 (must be a ratio inside (0, 1))
          estimate.confidence=1 | Cannot read leak-census: Invalid confidence: 1.0 (must be a ratio inside (0, 1))
          disclosure.round-persons=23 | Cannot read leak-census.disclosure: Invalid round-persons: 23 (must be 1, which rounds nothing, to 22, twice the smallest cell)
          disclosure.round-persons=0 | Cannot read leak-census.disclosure: Invalid round-persons: 0 (must be 1, which rounds nothing, to 22, twice the smallest cell)
          privacy.key={file = a, alias = b} | Cannot read leak-census.privacy: Invalid key: both file and alias (must be one of them)
          keep.days=0 | Cannot read leak-census.keep: Invalid days: 0 (must be 1 to 366)
          keep.days=367 | Cannot read leak-census.keep: Invalid days: 367 (must be 1 to 366)
          disclosure.min-cell=4 | Cannot read leak-census.disclosure: Invalid min-cell: 4 (must be at least 5)
          claims={seller {persons = 0}} | Cannot read leak-census.claims.seller: Invalid persons: 0 (must be at least 1)
          claims={seller {persons = 1, max-cv2 = -1}} | Cannot read leak-census.claims.seller: Invalid max-cv2: -1.0 (must not be negative)
          claims={seller {persons = 1, source = x}} | Cannot read leak-census.claims.seller: Unknown keys: source (must be one of persons, share, records, bytes, price; with persons or share max-cv2)
          claims={seller {}} | Cannot read leak-census.claims.seller: Invalid claim: 0 quantities (must be exactly one of persons, share, records, bytes, price)
          claims={seller {persons = 1, records = 5}} | Cannot read leak-census.claims.seller: Invalid claim: 2 quantities (must be exactly one of persons, share, records, bytes, price)
          claims={seller {records = 0}} | Cannot read leak-census.claims.seller: Invalid records: 0 (must be at least 1)
          claims={seller {bytes = 0}} | Cannot read leak-census.claims.seller: Invalid bytes: 0 (must be at least 1)
          claims={seller {records = 5, max-cv2 = 1}} | Cannot read leak-census.claims.seller: Invalid max-cv2: 1.0 (only a claim of persons or a share has one)
          claims={seller {share = 0, population = china-2020}} | Cannot read leak-census.claims.seller: Invalid share: 0.0 (must be finite and > 0)
          claims={seller {share = 0.7}} | Cannot read leak-census.claims.seller: Invalid population: a share needs one, and nothing else has one
          claims={seller {records = 7, population = china-2020}} | Cannot read leak-census.claims.seller: Invalid population: a share needs one, and nothing else has one
          claims={seller {share = 0.7, population = mars}} | Cannot read leak-census: Unknown population of claim seller: mars (must stand in population.compare)
          population.leak-date=2022-13-01 | Cannot read leak-census.population: Invalid leak-date: not a date (must be YYYY-MM-DD, or unknown)
          claims={seller {price {total = 0, currency = BTC}}} | Cannot read leak-census.claims.seller: Invalid total of a price: 0.0 (must be finite and > 0)
          claims={seller {price {total = 1, currency = BTC, per-record = -1}}} | Cannot read leak-census.claims.seller: Invalid per-record of a price: -1.0 (must be finite and > 0)
          claims={seller {price {total = 1, currency = " "}}} | Cannot read leak-census.claims.seller: Missing currency of a price
          claims={seller {price {total = 1, currency = BTC, person = 1}}} | Cannot read leak-census.claims.seller: Unknown keys in price: person (must be currency, per-record, records, total)
          sources={s {files = a, format = csv, slots {a {phone = p}, b {phone = q}}}};sample.person-indexes=[s] | Cannot read leak-census: Invalid sample.person-indexes: a record of source s names 2 persons (must be one)
          severity.contains.souls=seen | Cannot read leak-census.severity: Unknown category: souls (must be one of health, genetic, biometric, ethnic-origin, political, religion, trade-union, sex-life, orientation, criminal, financial, credit, property, transactions, location, accommodation, communications, communication-records, habits, education, profession, family)
          severity.contains.health= | Cannot read leak-census.severity: Missing reason of contains.health: say in a sentence how that is known
          severity.data-context.value=3 | Cannot read leak-census.severity: Missing reason of data-context: say in a sentence why it has this value
          severity.malicious.reason=sold | Cannot read leak-census.severity: Missing value of malicious: it has a reason and no value
          severity.data-context={value = 5, reason = bad} | Cannot read leak-census.severity: Invalid data-context: 5 (must be one of 1, 2, 3, 4)
          severity.identification={value = 0, reason = none} | Cannot read leak-census.severity: Invalid identification: 0 (must be one of 0.25, 0.5, 0.75, 1)
          severity.malicious={value = 0.25, reason = half} | Cannot read leak-census.severity: Invalid malicious: 0.25 (must be one of 0, 0.5)
          severity.unintelligible= | Cannot read leak-census.severity: Missing reason of unintelligible: say in a sentence how that is known
          severity.integrity.cause=x | Unknown keys in leak-census: severity.integrity.cause. Correct their spelling; reference.conf lists every key.
          duties.regimes=[gdpr, laws/gdpr.conf] | Cannot read leak-census.duties: Invalid regimes: gdpr is named twice
          duties.residents={US-TX {lower = 2, upper = 1}} | Cannot read leak-census.duties: Invalid range: 2 to 1 (must be ordered and not negative)
          duties.residents={US-TX {least = 2}} | Cannot read leak-census.duties: Unknown keys of US-TX: least (must be lower and upper)
          duties.residents={US-TX = many} | Cannot read leak-census.duties: Invalid type: US-TX has type STRING rather than NUMBER
          duties.items={souls = 5} | Cannot read leak-census.duties: Unknown category: souls (must be one of health, genetic, biometric, ethnic-origin, political, religion, trade-union, sex-life, orientation, criminal, financial, credit, property, transactions, location, accommodation, communications, communication-records, habits, education, profession, family)
          read.split-bytes=much | Cannot read leak-census.read: Invalid type: split-bytes has type STRING rather than NUMBER
          read=5 | Cannot read leak-census.read: Invalid type: read has type STRING rather than OBJECT
          """)
  void saysWhichLimitIsBroken(String settings, String message) {
    LoadedConfig loaded = LoadedConfig.load(Optional.empty(), List.of(settings.split(";")));

    assertThatThrownBy(() -> ConfigReader.read(loaded))
        .isInstanceOf(InputException.class)
        .hasMessage(message)
        .extracting(fault -> ((InputException) fault).kind())
        .isEqualTo(InputException.Kind.CONFIGURATION);
  }

  @Test
  void takesATitleOfOneShortLine() {
    assertThatThrownBy(() -> new OutputSettings("out", false, 0, "a".repeat(201)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid title: 201 characters (must be at most 200)");
    assertThatThrownBy(() -> new OutputSettings("out", false, 0, "a\nb"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid title: a line end or another control character (must be one line of text)");
    assertThat(new OutputSettings("out", false, 0, " ").title()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          format = csv, fields {phone = tel} | Missing files: name at least one file or folder
          files = a, fields {phone = tel} | Missing format: say json-lines, json, es-bulk, csv, tsv, fixed-width, sql, xlsx or parquet
          files = a, format = doc, fields {phone = tel} | Unknown format: doc (must be json-lines, json, es-bulk, csv, tsv, fixed-width, sql, xlsx or parquet)
          files = a, format = fixed-width, fields {phone = tel} | Missing places: say of each column its first character and its length, as in { name = [1, 20] }
          files = a, format = fixed-width, places {tel = [1]}, fields {phone = tel} | Invalid place of column tel: 1 numbers (must be its first character and its length)
          files = a, format = sql, backslashes = no, fields {phone = tel} | Unknown backslashes: no (must be as-the-dump-says, escapes or characters)
          files = a, format = sql, table = "", fields {phone = tel} | Missing table: name one, or * for all
          files = a, format = csv | Missing fields: map columns to person fields by fields or by slots, one of the two
          files = a, format = csv, fields {phone = tel}, slots {a {phone = tel}} | Missing fields: map columns to person fields by fields or by slots, one of the two
          files = a, format = csv, fields {} | Missing fields of slot holder: map one
          files = a, format = csv, slots {} | Invalid slots: 0 (must be 1 to 16)
          files = a, format = csv, fields {phone = []} | Missing columns of field phone in slot holder: name one
          files = a, format = csv, fields {address = [[no, street], []]} | Missing columns to join for field address: an inner list is empty
          files = a, format = csv, fields {address = [[no, [street]]]} | Invalid columns of field address: lists three deep (must be [a, b] for alternatives, [[a, b]] for columns to join)
          files = a, format = csv, fields {address = {no = street}} | Invalid columns of field address: an object with keys [no] (must be { all = [a, b] } for values that all count, or { first = [a, b] } for the first with content)
          files = a, format = csv, fields {address = {all = [no, street]}} | Invalid values of field address in slot holder: only national-id, phone and email may have several at once (name alternatives as [a, b], columns to join as [[a, b]])
          files = a, format = csv, fields {address = [{no = street}]} | Invalid columns of field address: a value of type object (must be the name of a column)
          files = a, format = csv, fields {address = [[no, null]]} | Invalid columns of field address: a value of type null (must be the name of a column)
          files = a, format = csv, fields {nickname = n} | Unknown person field: nickname (must be one of full-name, given-name, surname, national-id, phone, email, address, postal-code, birth-date, sex, birthplace, locality, organisation)
          files = a, format = csv, fields {phone = tel}, delimiter = ab | Invalid delimiter: 2 characters (must be one)
          files = a, format = csv, fields {phone = tel}, quote = "" | Invalid quote: 0 characters (must be one, or none)
          files = a, format = csv, fields {phone = tel}, quote = "::" | Invalid quote: 2 characters (must be one, or none)
          files = a, format = csv, fields {phone = tel}, escape = "" | Invalid escape: 0 characters (must be one, or none)
          files = a, format = csv, fields {phone = tel}, escape = "\\"" | Invalid escape: the delimiter, the quote or a line end. Quotes inside quotes may be doubled without an escape.
          files = a, format = csv, fields {phone = tel}, escape = "," | Invalid escape: the delimiter, the quote or a line end. Quotes inside quotes may be doubled without an escape.
          files = a, format = csv, fields {phone = tel}, delimiter = "\\"" | Invalid delimiter: the same character as quote
          files = a, format = csv, fields {phone = tel}, charset = UTF-16 | Unknown charset: UTF-16 (must be detect, or one of docs/configuration.md such as UTF-8, GB18030 or UTF-16LE)
          files = a, format = csv, fields {phone = tel}, national-id = x | Unknown national-id: x (must be cn-resident-id, opaque, us-ssn, in-aadhaar, in-pan, br-cpf, uk-nino, uk-nhs-number, fr-nir, de-tax-id, it-codice-fiscale, es-dni, nl-bsn, pl-pesel, se-personnummer, kr-rrn, jp-my-number, tw-id, hk-id, ru-snils, ru-inn)
          files = a, format = csv, fields {phone = tel}, max-quarantine-ratio = 2 | Invalid max-quarantine-ratio: 2.0 (must be a ratio in [0, 1])
          files = a, format = csv, fields {phone = tel}, max-quarantine-records = -1 | Invalid max-quarantine-records: -1 (must not be negative, or null for any number)
          files = a, format = csv, feilds {phone = tel}, multiline = true | Unknown keys: feilds, multiline. Correct their spelling; reference.conf lists every key.
          """)
  void saysWhatIsAtFaultInASource(String source, String message) {
    String setting = "sources={persons {" + source + "}}";
    LoadedConfig loaded = LoadedConfig.load(Optional.empty(), List.of(setting));

    assertThatThrownBy(() -> ConfigReader.read(loaded))
        .isInstanceOf(InputException.class)
        .hasMessage("Cannot read leak-census.sources.persons: " + message);
  }

  @Test
  void readsHowTheFieldsOfDelimitedTextAreWritten() {
    RecordFormat.Delimited all =
        delimited("quote = none, escape = \"\\\\\", multi-line = true, ragged-rows = true");

    assertThat(all.quote()).isEqualTo(DelimitedOptions.NO_CHARACTER);
    assertThat(all.options())
        .isEqualTo(
            new DelimitedOptions(
                '\\', DelimitedOptions.LineBreaks.IN_FIELDS, DelimitedOptions.RaggedRows.KEPT));
    assertThat(all.isSplittable()).isFalse();
    RecordFormat.Delimited plain =
        delimited("escape = none, multi-line = false, ragged-rows = false");
    assertThat(plain).isEqualTo(delimited(""));
    assertThat(plain.quote()).isEqualTo('"');
    assertThat(plain.options()).isEqualTo(DelimitedOptions.PLAIN);
    assertThat(plain.isSplittable()).isTrue();
  }

  private static RecordFormat.Delimited delimited(String keys) {
    String source = "{files = a, format = csv, fields {phone = tel}, " + keys + "}";
    LoadedConfig loaded =
        LoadedConfig.load(Optional.empty(), List.of("sources={persons " + source + "}"));
    return (RecordFormat.Delimited) ConfigReader.read(loaded).sources().get(0).format();
  }

  @Test
  void refusesMoreSourcesThanItsTablesHold() {
    StringBuilder sources = new StringBuilder("sources={");
    for (int i = 0; i <= 40; i++) {
      sources.append("s%d {files = a, format = csv, fields {phone = tel}}\n".formatted(i));
    }
    LoadedConfig loaded = LoadedConfig.load(Optional.empty(), List.of(sources + "}"));

    assertThatThrownBy(() -> ConfigReader.read(loaded))
        .isInstanceOf(InputException.class)
        .hasMessage("Cannot read leak-census: Invalid sources: 41 (must be at most 40)");
  }

  @Test
  void refusesUnknownKeysAllAtOnce() throws IOException {
    assertThatThrownBy(
            () ->
                read(
                    """
                    leak-census {
                      estimat { confidence = 0.9 }
                      estimate { confidance = 0.9 }
                      resolve.max-name = 3
                    }
                    """))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Unknown keys in leak-census: estimat, estimate.confidance, resolve.max-name."
                + " Correct their spelling; reference.conf lists every key.");
  }

  @Test
  void takesNamesWithDotsBlanksAndQuotes() throws IOException {
    CensusConfig config =
        read(
            """
            leak-census {
              sources."p.2022 \\"a\\"" { files = a, format = csv, fields { phone = tel } }
              claims."1.4 billion".persons = 1400000000
            }
            """);

    assertThat(config.sources().get(0).name()).isEqualTo("p.2022 \"a\"");
    assertThat(config.claims().get(0).name()).isEqualTo("1.4 billion");
  }

  @Test
  void doesNotCountTheRecordsOfADumpWithoutADesignThatUsesThem() throws IOException {
    assertThat(read("leak-census.sample { design = whole-dump, dump-records = 5 }").design())
        .isEqualTo(new SampleDesign.WholeDump());
    assertThat(read("leak-census.sample { design = random-records }").design())
        .isEqualTo(new SampleDesign.RandomRecords(OptionalLong.empty()));
  }

  private static ClaimSettings claim(String name, ClaimedQuantity quantity) {
    return new ClaimSettings(name, quantity, OptionalDouble.empty());
  }

  private CensusConfig read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("run.conf"), text);
    return ConfigReader.read(LoadedConfig.load(Optional.of(file), List.of()));
  }
}
