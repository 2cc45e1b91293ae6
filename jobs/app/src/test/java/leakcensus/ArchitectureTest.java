package leakcensus;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.implement;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.security.MessageDigest;
import java.text.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.xml.stream.XMLInputFactory;
import leakcensus.spark.stage.Stage;
import leakcensus.spark.table.TableSchema;
import org.apache.spark.api.java.JavaRDDLike;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

  private static final JavaClasses LEAK_CENSUS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("leakcensus");

  private static final String[] APP = {
    "leakcensus",
    "leakcensus.benchmark..",
    "leakcensus.command..",
    "leakcensus.page..",
    "leakcensus.pipeline..",
    "leakcensus.report.."
  };
  private static final String SPARK = "leakcensus.spark..";

  /** Steps of the census; what they share stands in table, stage and function. */
  private static final List<String> STEPS =
      List.of(
          "read",
          "prepare",
          "resolve",
          "profile",
          "census",
          "write",
          "synthesise",
          "evaluate",
          "keep",
          "overlap");

  /** What starts a job, or keeps data for one, on datasets, their writers and RDDs. */
  private static final String ACTIONS =
      "count|collect.*|head|take.*|first|show|foreach.*|write.*|save.*|insertInto|toLocalIterator"
          + "|persist|cache|checkpoint|localCheckpoint|reduce|fold|aggregate|treeAggregate"
          + "|treeReduce|isEmpty|tail|top|lookup|parquet|json|csv|text|orc";

  private static final List<Class<?>> FOR_ONE_THREAD =
      List.of(
          Cipher.class,
          CharsetDecoder.class,
          CharsetEncoder.class,
          Format.class,
          Mac.class,
          Matcher.class,
          MessageDigest.class,
          XMLInputFactory.class);

  @Test
  void coreKnowsNoSparkAndNoFileFormat() {
    List<String> others = new ArrayList<>(List.of(APP));
    others.add(SPARK);

    noClasses()
        .that()
        .resideOutsideOfPackages(others.toArray(new String[0]))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "org.apache.parquet..")
        .because("estimates and linkage must run, and be tested, without Spark")
        .check(LEAK_CENSUS);
  }

  @Test
  void coreKnowsNothingAboveIt() {
    List<String> others = new ArrayList<>(List.of(APP));
    others.add(SPARK);

    noClasses()
        .that()
        .resideOutsideOfPackages(others.toArray(new String[0]))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others.toArray(new String[0]))
        .check(LEAK_CENSUS);
  }

  @Test
  void stagesKnowNothingOfTheirOrder() {
    noClasses()
        .that()
        .resideInAPackage(SPARK)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(APP)
        .because("the pipeline alone knows the order of the stages")
        .check(LEAK_CENSUS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "read",
        "prepare",
        "resolve",
        "profile",
        "census",
        "write",
        "synthesise",
        "evaluate",
        "keep",
        "overlap"
      })
  void stepsMeetInTablesOnly(String step) {
    String[] otherSteps =
        STEPS.stream()
            .filter(other -> !other.equals(step))
            .map(this::stepPackage)
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage(stepPackage(step))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(otherSteps)
        .check(LEAK_CENSUS);
  }

  @Test
  void tablesStagesAndFunctionsKnowNoStep() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "leakcensus.spark.table..", "leakcensus.spark.stage..", "leakcensus.spark.function..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(STEPS.stream().map(this::stepPackage).toArray(String[]::new))
        .check(LEAK_CENSUS);
  }

  /**
   * What is broadcast lies in the memory of every process, with no limit but the size of the leak.
   */
  @Test
  void noTableOfACensusIsBroadcastOrJoinedBySpark() {
    List<String> besideIt = List.of("synthesise", "evaluate");
    noClasses()
        .that()
        .resideInAnyPackage(
            STEPS.stream()
                .filter(step -> !besideIt.contains(step))
                .map(this::stepPackage)
                .toArray(String[]::new))
        .should()
        .callMethodWhere(
            describe(
                "is Spark's broadcast or join",
                call ->
                    call.getTargetOwner().getPackageName().startsWith("org.apache.spark")
                        && Set.of("broadcast", "join", "joinWith", "crossJoin")
                            .contains(call.getName())))
        .check(LEAK_CENSUS);
  }

  @Test
  void everyPackageOfSparkIsAStepOrShared() {
    List<String> known = new ArrayList<>(STEPS.stream().map(this::stepPackage).toList());
    known.addAll(
        List.of(
            "leakcensus.spark.table..", "leakcensus.spark.stage..", "leakcensus.spark.function.."));

    classes()
        .that()
        .resideInAPackage(SPARK)
        .should()
        .resideInAnyPackage(known.toArray(new String[0]))
        .because("a new package must be held to the rule that steps meet in tables only")
        .check(LEAK_CENSUS);
  }

  @Test
  void configurationLibraryStaysInItsPackage() {
    noClasses()
        .that()
        .resideOutsideOfPackage("leakcensus.config..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.typesafe.config..")
        .check(LEAK_CENSUS);
  }

  @Test
  void nothingIsDeserialisedByJava() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ObjectInputStream.class)
        .because("what a hostile file says must never decide which classes come to life")
        .check(LEAK_CENSUS);
  }

  @Test
  void keysStayInTheirPackage() {
    noClasses()
        .that()
        .resideOutsideOfPackage("leakcensus.pseudonym..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("javax.crypto..")
        .check(LEAK_CENSUS);
  }

  @Test
  void stagesArePlansNotRuns() {
    stagesStartNoJob().check(LEAK_CENSUS);
  }

  @Test
  void findsTheStageThatRuns() {
    JavaClasses running = new ClassFileImporter().importClasses(RunningStage.class, Stage.class);

    List<String> violations = stagesStartNoJob().evaluate(running).getFailureReport().getDetails();

    assertThat(violations)
        .hasSize(4)
        .anyMatch(line -> line.contains("Dataset.count()"))
        .anyMatch(line -> line.contains("Dataset.write()"))
        .anyMatch(line -> line.contains("DataFrameWriter.parquet("))
        .anyMatch(line -> line.contains("JavaRDD.collect()"));
  }

  /** All tasks of an executor share what is static. */
  @Test
  void keepsNothingStaticThatIsForOneThread() {
    noFields()
        .that()
        .areStatic()
        .should()
        .haveRawType(
            describe(
                "an object for one thread",
                // Of Parquet all but schemas: its options carry decompressors.
                type ->
                    FOR_ONE_THREAD.stream().anyMatch(type::isAssignableTo)
                        || type.getPackageName().startsWith("org.apache.parquet")
                            && !type.getPackageName().startsWith("org.apache.parquet.schema")))
        .check(LEAK_CENSUS);
  }

  @Test
  void onlyTheCommandLineSpeaksOnStandardStreams() {
    noClasses()
        .that()
        .resideOutsideOfPackage("leakcensus.command..")
        .and()
        .areNotAssignableTo(Main.class)
        .should(ACCESS_STANDARD_STREAMS)
        .because("standard output is for results, and a stack trace can hold leaked values")
        .check(LEAK_CENSUS);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching("leakcensus.(**)").should().beFreeOfCycles().check(LEAK_CENSUS);
  }

  @Test
  void classesBearNamesThatSaySomething() {
    noClasses()
        .should()
        .haveNameMatching(".*[.$](Base\\w*|Abstract\\w*|\\w*(Utils?|Helper|Manager|Impl))")
        .check(LEAK_CENSUS);
  }

  private String stepPackage(String step) {
    return "leakcensus.spark." + step + "..";
  }

  private static ArchRule stagesStartNoJob() {
    return noClasses()
        .that(belongTo(implement(Stage.class)))
        .should()
        .callMethodWhere(
            target(
                    owner(
                        assignableTo(Dataset.class)
                            .or(assignableTo(DataFrameWriter.class))
                            .or(assignableTo(JavaRDDLike.class))
                            .or(assignableTo(RDD.class))))
                .and(target(nameMatching(ACTIONS))))
        .because("a stage that starts a job hides its cost");
  }

  /** What no stage may do: the rule's own test. */
  private static final class RunningStage implements Stage {

    @Override
    public String name() {
      return "run";
    }

    @Override
    public TableSchema reads() {
      throw new UnsupportedOperationException();
    }

    @Override
    public TableSchema writes() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Dataset<Row> plan(Dataset<Row> input) {
      input.write().parquet(Long.toString(input.count()));
      input.javaRDD().collect();
      return input;
    }
  }
}
