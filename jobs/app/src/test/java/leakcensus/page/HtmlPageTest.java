package leakcensus.page;

import static leakcensus.page.PageRun.NONE;
import static leakcensus.page.PageRun.claim;
import static leakcensus.page.PageRun.estimate;
import static leakcensus.page.PageRun.field;
import static leakcensus.page.PageRun.row;
import static leakcensus.page.PageRun.share;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryTable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlPageTest {

  private static final int MOST_BYTES = 3_000_000;

  /** All that a page is made of; nothing here loads, runs or sends anything. */
  private static final Set<String> ELEMENTS =
      Set.of(
          "html",
          "head",
          "meta",
          "title",
          "style",
          "body",
          "a",
          "header",
          "main",
          "nav",
          "footer",
          "section",
          "div",
          "span",
          "p",
          "h1",
          "h2",
          "h3",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "table",
          "caption",
          "thead",
          "tbody",
          "tr",
          "th",
          "td",
          "figure",
          "figcaption",
          "details",
          "summary",
          "svg",
          "g",
          "rect",
          "line",
          "circle",
          "polyline",
          "text");

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "lang",
          "charset",
          "http-equiv",
          "content",
          "name",
          "class",
          "href",
          "id",
          "role",
          "aria-label",
          "aria-labelledby",
          "aria-hidden",
          "focusable",
          "tabindex",
          "scope",
          "data-head",
          "viewBox",
          "preserveAspectRatio",
          "x",
          "y",
          "x1",
          "x2",
          "y1",
          "y2",
          "width",
          "height",
          "cx",
          "cy",
          "r",
          "points",
          "text-anchor",
          "transform");

  private static final SummaryTable SEVERITY =
      SummaryTable.named("severity", "component")
          .text("component", "")
          .real("value", "")
          .real("lower", "")
          .real("upper", "")
          .flag("derived", "")
          .text("reason", "")
          .text("band", "")
          .table();

  private static final SummaryTable NOTIFICATION =
      SummaryTable.named("notification", "regime")
          .text("regime", "")
          .text("jurisdiction", "")
          .text("measure", "")
          .text("operator", "")
          .real("threshold", "")
          .real("lower", "")
          .real("best", "")
          .real("upper", "")
          .text("reached", "")
          .text("deadline", "")
          .text("article", "")
          .text("criterion", "")
          .text("date_checked", "")
          .text("explanation", "")
          .text("whom", "")
          .text("title", "")
          .table();

  private static final SummaryTable AUTHENTICITY =
      SummaryTable.named("authenticity", "sign")
          .text("sign", "")
          .text("source", "")
          .real("observed", "")
          .real("expected", "")
          .real("lower", "")
          .real("upper", "")
          .text("reading", "")
          .text("explanation", "")
          .flag("suppressed", "")
          .table();

  private final PageRun run = PageRun.small();

  @ParameterizedTest
  @EnumSource(Language.class)
  void isWellFormedAndNeedsNothingElse(Language language) {
    full();

    String html = run.html(language);

    Parser parser = Parser.htmlParser().setTrackErrors(100);
    Document page = parser.parseInput(html, "");
    assertThat(parser.getErrors()).isEmpty();
    assertThat(page.documentType().name()).isEqualTo("html");
    assertThat(page.selectFirst("html").attr("lang")).isEqualTo(language.code());
    assertMadeOfWhatIsKnown(page);
    assertThat(html).doesNotContain("http:", "https:", "url(", "@import", "javascript:");
    for (Element link : page.select("a")) {
      assertThat(link.attr("href")).startsWith("#");
      assertThat(page.getElementById(link.attr("href").substring(1))).isNotNull();
    }
  }

  @Test
  void permitsItsOneStyleSheetByHashAndNothingElse() throws NoSuchAlgorithmException {
    Document page = page();

    String hash =
        Base64.getEncoder()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(page.selectFirst("style").data().getBytes(StandardCharsets.UTF_8)));
    assertThat(page.select("style")).hasSize(1);
    assertThat(page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .isEqualTo(
            "default-src 'none'; style-src 'sha256-"
                + hash
                + "'; base-uri 'none'; form-action 'none'");
  }

  @Test
  void isNamedAsTheLeakIsWithTheDayOfTheCountInWords() {
    assertThat(page().selectFirst("header").text())
        .isEqualTo("Leak census Counted on 2 January 2026 Run " + PageRun.RUN_ID);

    run.withTitle("Case 7: a leak");

    assertThat(page().selectFirst("h1").text()).isEqualTo("Case 7: a leak");
    assertThat(page().title()).isEqualTo("Case 7: a leak · " + PageRun.RUN_ID);
    Document chinese = Jsoup.parse(run.html(Language.ZH));
    assertThat(chinese.selectFirst("header").text())
        .isEqualTo("Case 7: a leak 统计日期：2026年1月2日 运行编号 " + PageRun.RUN_ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</style><script>alert(1)</script>",
        "{{ page.run }}{% raw %}&lt;b&gt;",
        "<!--",
        "=cmd()|'x'!A1"
      })
  void showsHostileNamesAsText(String name) {
    hostile(name);

    Document page = page();

    assertMadeOfWhatIsKnown(page);
    assertThat(page.selectFirst("h1").wholeText()).isEqualTo(name);
    for (String id :
        List.of(
            "claims",
            "funnel",
            "coverage",
            "combinations",
            "shares",
            "pyramid",
            "severity",
            "duties",
            "authenticity",
            "estimates",
            "gates",
            "quality")) {
      assertThat(page.getElementById(id).wholeText()).as(id).contains(name);
    }
  }

  @Test
  void saysOfHowManyAtLeastToWarn() {
    full();

    assertThat(page().getElementById("next").text())
        .contains(
            "Warn the people whose national id is exposed, 3,600 at least in this sample alone: it"
                + " cannot be changed");
  }

  @Test
  void saysOnTheFirstScreenHowManyHowSureWhichDataWhichShareAndWhatToDo() {
    full();

    List<String> cards = page().select(".card").eachText();

    assertThat(cards.get(0))
        .startsWith("People in the whole leak about 12,300,000 ")
        .contains("between 7,000,000 and 21,000,000")
        .contains("Not very sure: the upper end is 3.0 times the lower end. Quote both, not the")
        .contains("meant to hold the truth in 95 % of cases");
    assertThat(cards.get(1))
        .startsWith("People in the sample about 1,230,000 ")
        .contains("between 1,200,001 and 1,300,002", "Fairly sure: the ends differ by 8 %.");
    assertThat(cards.get(2))
        .isEqualTo(
            "Data exposed 2 kinds of personal data Of the people found: Full name 90 %,"
                + " National id 40 %. Columns that nobody has assessed: 1 more. Look at them before"
                + " you report.");
    assertThat(cards.get(3))
        .isEqualTo(
            "Share of the population about 2 % between 1 % and 4 % of Everybody (100,000 people)");
    assertThat(cards.get(4))
        .startsWith(
            "What to do next State the number of people with its interval: about 12,300,000 in the"
                + " whole leak, between 7,000,000 and 21,000,000. Check the duties to notify:"
                + " 1 reached by number, 1 open, 1 that apply whatever the number. Whatever the"
                + " number, if the law applies: pipl (cn): 72 h. Notify under gdpr-34 (eu):"
                + " data subjects. Deadline: 72 h.");
    assertThat(cards.get(5))
        .isEqualTo(
            "The claim of the seller contradicted by the sample seller: 1,000,000,000 persons"
                + " claimed");
    assertThat(cards.get(6)).isEqualTo("Severity for those affected very high ENISA score 5");
  }

  @Test
  void givesNoNumberForALeakThatIsNotIdentifiable() {
    run.withEstimates(
        estimate("sample", 80.0, 70.0, 91.0, ""),
        estimate("dump", null, 70.0, null, "How the sample was drawn."));

    Document page = page();

    assertThat(page.select(".card").first().text())
        .startsWith(
            "People in the whole leak at least 70 These data cannot tell how many there are in all."
                + " How the sample was drawn.");
    assertThat(page.getElementById("next").text())
        .contains("State what is certain: about 80 people in the sample, between 70 and 91.")
        .contains("Find out how the sample was drawn");
  }

  @Test
  void saysHowSureInFullWords() {
    run.withEstimates(
        estimate("sample", 80.0, 70.0, 112.0, ""), estimate("dump", 80.0, 70.0, null, ""));

    assertThat(page().select(".card").get(0).text())
        .contains("Sure of one end only: these data do not bound the other.");
    assertThat(page().select(".card").get(1).text())
        .contains("Moderately sure: the ends differ by 60 %. Quote both.");
    assertThat(Jsoup.parse(run.html(Language.ZH)).select(".card").get(1).text())
        .contains("有一定把握：上下限相差 60 %。");
  }

  @Test
  void tellsWhatTheTestOfAClaimCouldShowInPersons() {
    Object[] blind = claim("seller", "contradicted");
    blind[15] = 1e-9;
    run.with(CensusTables.CLAIM_CHECK, claim("other", "contradicted"), blind);

    assertThat(page().getElementById("claims").text())
        .contains(
            "if in truth half of what is claimed stood behind the leak, 500,000,000 persons, it"
                + " would contradict the claim with a chance of 99.9 %. Such a sample would show in"
                + " at least 8 of 10 cases that the claim is off if the true number were"
                + " 834,000,000 persons (83.4 % of the claim) or fewer, or 1,190,000,000 persons"
                + " (119 % of the claim) or more.")
        .contains(
            "with a chance of less than 0.01 % only. It cannot tell half of the claim from the"
                + " whole.");
    assertThat(cells(page(), "claims", "seller")).contains("< 0.0001");
    assertThat(run.markdown()).contains("| &lt; 0.0001 |");
    assertThat(Jsoup.parse(run.html(Language.ZH)).getElementById("claims").text())
        .contains("若实际人数为 834,000,000 人（所称的 83.4 %）或更少");
  }

  @Test
  void tellsWhatAClaimWithoutACapOnUnevennessLeavesOpen() {
    Object[] open = claim("seller", "not_testable");
    open[2] = "repeated_pairs";
    open[15] = NONE;
    open[17] = NONE;
    run.with(CensusTables.CLAIM_CHECK, open);

    assertThat(page().getElementById("claims").text())
        .contains("it would hold the same people more often than the claim lets expect")
        .contains(
            "834,000,000 persons (83.4 % of the claim) or fewer and records were spread evenly over"
                + " people.");
  }

  @Test
  void saysWhyThereAreSeveralUpperEnds() {
    Object[] capped = claim("seller", "contradicted");
    capped[2] = "repeated_pairs";
    Object[] widest = estimate("dump", null, 7e6, 9e8, "");
    widest[1] = "cv0_lower_bound";
    widest[6] = false;
    run.with(CensusTables.CLAIM_CHECK, capped)
        .withEstimates(
            estimate("sample", 80.0, 70.0, 91.0, ""),
            estimate("dump", 12e6, 7e6, 21e6, ""),
            widest);

    assertThat(page().getElementById("claims").text())
        .contains(
            "Upper ends on this page differ by what they rest on: the test of the claim"
                + " (546,000,000) uses the repeats alone and assumes only that records are no more"
                + " uneven than stated; the first screen (21,000,000) uses all frequencies and is"
                + " narrower; the widest bound (900,000,000, among the methods) assumes only that"
                + " the sample is random.");

    run.with(CensusTables.CLAIM_CHECK, claim("seller", "contradicted"));

    assertThat(page().getElementById("claims").text())
        .contains("(546,000,000) uses the repeats alone, the first screen (21,000,000) all");

    run.withEstimates(estimate("dump", 12e6, 7e6, 546e6, ""));

    assertThat(page().getElementById("claims").text()).doesNotContain("Upper ends");
  }

  @Test
  void showsAPlaceWithTheIntervalOfThePictureAndTheOneThatAlwaysHolds() {
    Object[] alike = share("11", "Beijing", 100_000, Optional.of(90L));
    alike[13] = 1_500.0;
    alike[14] = 2_500.0;
    alike[15] = 0.015;
    alike[16] = 0.025;
    run.with(
        CensusTables.POPULATION_SHARE, alike, share("12", "Tianjin", 100_000, Optional.of(90L)));

    Document page = page();

    assertThat(page.select("#shares thead th").last().text())
        .isEqualTo("Upper end wherever the others come from");
    assertThat(cells(page, "shares", "Beijing"))
        .containsExactly(
            "100,000", "90", "2,000", "1,500", "2,500", "2 %", "1.5 %", "2.5 %", "4,000");
    assertThat(cells(page, "shares", "Tianjin"))
        .containsExactly("100,000", "90", "2,000", "1,000", "4,000", "2 %", "1 %", "4 %", "4,000");
  }

  @Test
  void putsPlacesOfOneLawIntoOneRow() {
    Object[] texas = duty("states", "US-TX", 250.0, "open");
    texas[9] = "30 days";
    texas[13] = "Nobody counts US-TX.";
    Object[] oregon = duty("states", "US-OR", 500.0, "open");
    oregon[10] = "Article 7";
    oregon[13] = "Nobody counts US-OR.";
    run.with(
        NOTIFICATION,
        texas,
        duty("federal", "US", 500.0, "open"),
        duty("federal", "US", 900.0, "open"),
        oregon,
        duty("states", "US-CA", 500.0, "yes"));

    Document page = page();

    assertThat(page.select("#duties tbody th").eachText())
        .containsExactly(
            "states (US-CA)", "states (2 places: US-TX, US-OR)", "federal (US)", "federal (US)");
    assertThat(cells(page, "duties", "states (2 places: US-TX, US-OR)"))
        .containsExactly(
            "open",
            "persons: at least 250 (US-TX); at least 500 (US-OR); here 200; between 100 and 900",
            "US-TX: data subjects, 30 days; US-OR: data subjects, 72 h",
            "Nobody counts any one of them. high risk US-TX: Article 34; US-OR: Article 7"
                + " (2026-01-01).");
  }

  @Test
  void countsTheSignsOfMadeUpData() {
    run.with(
        AUTHENTICITY,
        sign("check-digits", "*", "usual"),
        sign("check-digits", "people", "unusual"),
        sign("days", "*", "usual"),
        sign("years", "*", "not testable"));

    assertThat(page().getElementById("authenticity").text())
        .startsWith(
            "Are the data real? Of 3 kinds of signs, 1 are usual, 1 unusual, 1 not testable; none"
                + " speaks for made-up data.");

    run.with(AUTHENTICITY, sign("days", "*", "fabrication likely"));

    assertThat(page().getElementById("authenticity").text())
        .contains("0 not testable; 1 of them make it likely that data are made up.");
    assertThat(Jsoup.parse(run.html(Language.ZH)).getElementById("authenticity").text())
        .contains("在 1 种迹象中，0 种正常，0 种异常，0 种无法检验；1 种表明数据很可能系编造。");
  }

  @Test
  void claimsNoLowerEndWhereNoCheckedIdGivesOne() {
    run.withEstimates(
        estimate("sample", 80.0, 1.0, 91.0, ""), estimate("dump", 80.0, 1.0, 91.0, ""));

    assertThat(page().select(".card .answer").eachText()).startsWith("at most 91", "at most 91");
  }

  @Test
  void showsSuppressedCellsAsWithheld() {
    run.with(
        CensusTables.ID_FUNNEL,
        row(1L, "records read", 100L, NONE, NONE, NONE, false),
        row(2L, "different national ids", NONE, NONE, NONE, NONE, true));
    run.with(CensusTables.FIELD_PROFILE, field("*", "phone", 0.5, NONE));
    run.with(
        CensusTables.POPULATION_SHARE,
        share("total", "Everybody", 100_000, Optional.of(90L)),
        share("11", "Beijing", 100, NONE));

    Document page = page();

    assertThat(cells(page, "funnel", "Different national ids"))
        .containsExactly("withheld", "withheld", "withheld", "withheld");
    assertThat(cells(page, "funnel", "Records read")).containsExactly("100", "–", "–", "–");
    assertThat(page.select("#funnel .bar").eachText())
        .containsExactly("Records read 100", "Different national ids withheld");
    assertThat(page.select("#coverage table").get(1).select("tbody tr").text())
        .isEqualTo("Phone number withheld withheld 80 % 44");
    assertThat(page.select("#shares .bar").eachText().get(0)).isEqualTo("Beijing withheld");
    assertThat(page.select("#shares .bar").first().select("rect, line")).isEmpty();
    assertThat(cells(page, "shares", "Beijing"))
        .hasSize(9)
        .startsWith("100")
        .endsWith("withheld", "withheld", "withheld");
  }

  @Test
  void hasASentenceForEveryTableThatIsNotThere() {
    PageRun nothing = new PageRun();

    Document page = Jsoup.parse(nothing.html(Language.EN));

    assertThat(page.select("main > section")).hasSize(16);
    for (Element section : page.select("main > section")) {
      assertThat(section.select("p, li").text()).as(section.id()).isNotBlank();
    }
    assertThat(page.getElementById("severity").text()).contains("no assessment of severity");
    assertThat(page.getElementById("duties").text()).contains("no table of duties");
    assertThat(page.getElementById("pyramid").text()).contains("so there is no pyramid");
    assertThat(page.select(".card .answer").eachText()).startsWith("not known", "not known");
  }

  @Test
  void showsNumbersOfOtherTablesWithTheirIntervalOrAsWithheld() {
    full();

    Document page = page();

    assertThat(cells(page, "severity", "Kind of data (1 to 4)").get(0))
        .isEqualTo("4 (between 3 and 4)");
    assertThat(page.getElementById("severity").text()).contains("Score 5: very high.");
    assertThat(cells(page, "authenticity", "check-digits"))
        .containsExactly(
            "all sources", "0.98 (between 0.97 and 0.99)", "0.09", "usual", "Few are wrong.");
    assertThat(cells(page, "authenticity", "days"))
        .containsExactly("people", "withheld", "withheld", "not testable", "Few people.");
    assertThat(page.select("#duties tbody th").eachText())
        .containsExactly("gdpr-34 (eu)", "state (us-ca)", "pipl (cn)", "hipaa (us)");
    assertThat(cells(page, "duties", "gdpr-34 (eu)"))
        .startsWith(
            "reached",
            "persons: at least 100; here 200; between 100 and 900",
            "data subjects; 72 h");
  }

  @Test
  void tellsHowTheNumberGrewFromNightToNight() {
    run.with(
        CensusTables.NIGHT,
        night(1, 2_000, 1_000.0, Optional.of(1_100.0), 1_000.0, 0.0),
        night(2, 500, 1_200.4, Optional.of(1_500.0), 200.4, 0.0),
        night(3, 70_000, 30_000.0, Optional.of(40_000.0), 28_799.6, 23_500.0));

    Element section = page().getElementById("nights");

    assertThat(section.select("> p").eachText())
        .containsExactly(
            "Night 3 (4 January 2026) has added 2 files with 70,000 records.",
            "People counted in the files of all nights: 1,200 before it, 30,000 with it (between"
                + " 25,000 and 40,000).",
            "New people that this night has brought: between 23,500 and 40,000, both counts at"
                + " their worst.");
    assertThat(section.select(".bar .label").eachText())
        .startsWith(
            "Night 1, 2 January 2026", "Night 2, 3 January 2026", "Night 3, 4 January 2026");
    assertThat(section.select(".bar svg rect").eachAttr("width"))
        .containsExactly("25", "30", "750");
    Element whisker = section.select(".bar").get(2).select("line").get(0);
    assertThat(List.of(whisker.attr("x1"), whisker.attr("x2"))).containsExactly("625", "1000");
    assertThat(section.select(".bars").attr("aria-label"))
        .isEqualTo("Bars with intervals, from night 1 (1,000 people) to night 3 (30,000 people).");
    assertThat(section.select("tbody th").eachText()).containsExactly("3", "2", "1");
    assertThat(cells(page(), "nights", "2"))
        .containsExactly(
            "3 January 2026",
            "2",
            "500",
            "1,200",
            "between 1,000 and 1,500",
            "200",
            "between 0 and 500");
    assertThat(page().select("nav a[href=#nights]")).hasSize(1);
  }

  @Test
  void saysWhereANightMayHaveBroughtNobodyAndWhereItsIntervalHasNoEnd() {
    run.with(
        CensusTables.NIGHT,
        night(1, 2_000, 1_000.0, Optional.of(1_100.0), 1_000.0, 0.0),
        night(2, 500, 1_200.0, NONE, 200.0, 0.0));

    assertThat(page().getElementById("nights").select("> p").eachText().get(2))
        .isEqualTo(
            "New people that this night has brought: at least 0, both counts at their worst. It"
                + " cannot be told whether it has brought any.");
    assertThat(cells(page(), "nights", "2")).contains("at least 1,000");
  }

  @Test
  void hasNoWordOfNightsUnlessThereAreTwo() {
    run.with(CensusTables.NIGHT, night(1, 2_000, 1_000.0, NONE, 1_000.0, 0.0));

    assertThat(page().getElementById("nights")).isNull();
    assertThat(page().select("nav").text()).doesNotContain("night");
  }

  @Test
  void showsTheNewestOfManyNights() {
    run.with(
        CensusTables.NIGHT,
        many(400, i -> night(i + 1, 100, 1_000.0 + i, Optional.of(2_000.0 + i), 1.0, 0.0)));

    Element section = page().getElementById("nights");

    assertThat(section.select(".bar .label").eachText()).hasSize(60).contains("Night 400, –");
    assertThat(section.select("tbody th").eachText()).hasSize(60).startsWith("400");
    assertThat(section.text()).contains("and 340 more in table night");
  }

  /** A row of {@code night}; the lower end of its interval is 5/6 of its number. */
  private static Object[] night(
      int number,
      long records,
      double persons,
      Optional<Object> upper,
      double added,
      double addedLower) {
    return row(
        (long) number,
        "run-" + number,
        number < 30 ? "2026-01-%02dT01:00:00Z".formatted(number + 1) : "some day",
        2L * number,
        1_000L,
        records,
        records,
        records,
        2L,
        records,
        "count",
        persons,
        Math.floor(persons / 1.2),
        upper,
        added,
        addedLower,
        upper.isEmpty() ? upper : Optional.of(number == 2 ? 500.0 : 40_000.0));
  }

  @Test
  void leavesCellsOfColumnsEmptyThatAnotherVersionDoesNotHave() {
    run.with(
        SummaryTable.named("notification", "regime").text("regime", "").table(), row("gdpr-33"));

    assertThat(page().getElementById("duties").text()).contains("gdpr-33");
  }

  @Test
  void drawsThePyramidWithMenOnTheLeftAndTheOldOnTop() {
    run.with(
        CensusTables.POPULATION_SHARE,
        share("age-sex:0-4:male", "boys", 300, Optional.of(30L)),
        share("age-sex:0-4:female", "girls", 100, Optional.of(10L)),
        share("age-sex:5-9:male", "older boys", 100, Optional.of(60L)),
        share("age-sex:5-9:female", "older girls", 500, NONE));

    Document page = page();

    assertThat(page.getElementById("pyramid").text())
        .contains("Ages are told as of 1 November 2020, the day that the figures of census hold");
    assertThat(page.select("#pyramid .bar").eachText())
        .containsExactly("5-9 60 % withheld", "0-4 30 % 10 %");
    // Of 500 living people and 100 seen: the group withheld is in neither.
    Element youngest = page.select("#pyramid .bar").get(1);
    assertThat(youngest.select("svg").get(0).select("rect").eachAttr("width"))
        .containsExactly("500", "1000");
    assertThat(youngest.select("svg").get(1).select("rect").eachAttr("width"))
        .containsExactly("167", "333");
    assertThat(page.select("#shares .bar")).isEmpty();
  }

  @Test
  void marksTheChosenEstimateAndFoldsThoseForReference() {
    Object[] other = estimate("dump", 9e6, 8e6, 9.5e6, "Another design.");
    other[1] = "chao1";
    other[6] = false;
    run.withEstimates(
        estimate("sample", 80.0, 70.0, 91.0, ""), estimate("dump", 7e6, 5e6, 1e7, ""), other);

    Element dump = page().select("#estimates figure").get(1);

    assertThat(dump.select("> .bars .chosen .label").eachText())
        .containsExactly("count of resolved persons");
    assertThat(dump.select("> .bars .chosen .value").text())
        .isEqualTo("7,000,000 (between 5,000,000 and 10,000,000)");
    assertThat(dump.select("> .bars .reference")).isEmpty();
    assertThat(dump.select("details .reference .label").eachText()).containsExactly("chao1");
  }

  @Test
  void hasAnAlternativeAndTheNumbersForEveryChart() {
    full();

    for (Element figure : page().select("figure")) {
      assertThat(figure.select("[role=img]").first().attr("aria-label")).isNotBlank();
      assertThat(figure.select("details table tbody tr")).isNotEmpty();
    }
    assertThat(page().select("figure")).hasSize(8);
  }

  @Test
  void saysWhichSentencesOfAChinesePageAreEnglish() {
    full();

    Document page = Jsoup.parse(run.html(Language.ZH));

    assertThat(page.select("[lang=en]").eachText()).contains("Found.", "Because of this.");
    assertThat(page.select(".card h2").first().text()).isEqualTo("整个泄露涉及的人数");
    assertThat(page().select("[lang]")).hasSize(1);
  }

  @Test
  void groupsTheDigitsOfEveryLargeNumber() {
    full();

    assertThat(page().select("main").text()).doesNotContainPattern("(?<![\\w.,])\\d{5,}(?![\\w.])");
  }

  @Tag("long")
  @Test
  void staysSmallHoweverLongTheTables() {
    run.with(CensusTables.INTAKE, many(50_000, this::file));
    run.with(CensusTables.FIELD_PROFILE, many(30_000, this::column));
    run.with(CensusTables.FIELD_COMBINATION, many(30_000, this::combination));
    run.with(CensusTables.QUARANTINE, many(5_000, this::reason));
    run.with(
        CensusTables.POPULATION_SHARE,
        many(5_000, i -> share("r" + i, "Region " + i, 100, Optional.of(50L))));
    run.with(CensusTables.CLAIM_CHECK, many(2_000, i -> claim("claim " + i, "consistent")));
    run.withFrequencies(IntStream.range(0, 20_000).mapToLong(i -> 20_000 - i).toArray());

    String html = run.html(Language.EN);

    assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(MOST_BYTES);
    Document page = Jsoup.parse(html);
    assertThat(page.getElementById("quality").text())
        .contains("and 4,940 more in table quarantine");
    assertThat(page.getElementById("shares").text())
        .contains("and 4,920 more in table population_share");
  }

  @Test
  void namesFilesWithManyRowsOfAnotherWidth() {
    full();
    assertThat(page().select("#next").text()).doesNotContain("more or fewer fields");

    run.with(CensusTables.INTAKE, ragged(0, 10), ragged(1, 11), ragged(2, 500));

    assertThat(page().select("#next").text())
        .contains(
            "In 2 files (the first is file 1) more than 1 % of the records have more or fewer");
  }

  private Object[] ragged(long file, long records) {
    return row(
        "s", file, "csv", "UTF-8", "none", 9L, 9L, 0L, 0L, 1_000L, 1_000L, 0L, "read", NONE, 0L,
        records);
  }

  private void full() {
    run.withFrequencies(6_000, 2_000, 900, 100);
    run.with(
        CensusTables.NIGHT,
        night(1, 20_000, 10_000.0, Optional.of(11_000.0), 10_000.0, 0.0),
        night(2, 50_000, 12_000.4, Optional.of(15_000.0), 2_000.4, 0.0));
    run.with(
        CensusTables.CLAIM_CHECK, claim("other", "consistent"), claim("seller", "contradicted"));
    run.with(
        CensusTables.ID_FUNNEL,
        row(1L, "records read", 12_345L, NONE, NONE, NONE, false),
        row(2L, "records kept", 12_340L, 0.9996, 0.1, 0.2, false));
    run.with(
        CensusTables.FIELD_PROFILE,
        field("*", "full-name", 0.99, Optional.of(8_100L)),
        field("*", "national-id", 0.5, Optional.of(3_600L)),
        field("people", "full-name", 0.99, Optional.of(8_100L)),
        field("people", "other:note", 0.4, NONE));
    run.with(
        CensusTables.FIELD_COMBINATION,
        row("*", "full-name+national-id", 20_000L, 15_000L, 0.4, false),
        row("*", "full-name", 3L, NONE, NONE, true));
    run.with(
        CensusTables.POPULATION_SHARE,
        share("total", "Everybody", 100_000, Optional.of(90L)),
        share("11", "Beijing", 50_000, Optional.of(90L)),
        share("age-sex:0-4:male", "boys", 300, Optional.of(30L)),
        share("age-sex:0-4:female", "girls", 100, Optional.of(10L)));
    run.with(
        CensusTables.DESIGN_GATE,
        row("order", "not_refused", 0.45, "Where random order puts them."));
    run.with(
        CensusTables.QUARANTINE,
        row("people", "bad-syntax", "broken", 10_000L, List.of(0L), List.of(17L)));
    run.with(
        SEVERITY,
        row("dpc", 4.0, 3.0, 4.0, true, "Because of this.", ""),
        row("se", 5.0, 5.0, 5.0, true, "The sum.", "very_high"));
    run.with(
        NOTIFICATION,
        duty("hipaa", "us", 500.0, "no"),
        duty("gdpr-34", "eu", 100.0, "yes"),
        duty("state", "us-ca", 500.0, "open"),
        duty("pipl", "cn", 0.0, "not_numeric"));
    run.with(
        AUTHENTICITY,
        row("check-digits", "*", 0.98, 0.09, 0.97, 0.99, "usual", "Few are wrong.", false),
        row("days", "people", NONE, NONE, NONE, NONE, "not testable", "Few people.", true));
  }

  @Test
  void namesAFewDeadlinesOfLawsThatApplyWhateverTheNumber() {
    run.with(
        NOTIFICATION,
        duty("gdpr", "eu", 0.0, "not_numeric"),
        duty("gdpr", "eu", 0.0, "not_numeric"),
        duty("uk", "uk", 0.0, "not_numeric"),
        duty("pipl", "cn", 0.0, "not_numeric"));

    assertThat(page().select("#next").text()).doesNotContain("further laws");

    run.with(
        NOTIFICATION,
        duty("gdpr", "eu", 0.0, "not_numeric"),
        duty("uk", "uk", 0.0, "not_numeric"),
        duty("pipl", "cn", 0.0, "not_numeric"),
        duty("brazil", "br", 0.0, "not_numeric"),
        duty("india", "in", 0.0, "not_numeric"));

    assertThat(page().select("#next").text())
        .contains("gdpr (eu)", "pipl (cn)", "and 2 further laws (section Duties)")
        .doesNotContain("brazil (br): ");
  }

  private void hostile(String name) {
    run.withTitle(name);
    run.withFrequencies(6_000, 2_000);
    Object[] night = night(2, 500, 1_200.0, NONE, 200.0, 0.0);
    night[1] = name;
    night[2] = name;
    night[10] = name;
    run.with(CensusTables.NIGHT, night, night);
    run.with(CensusTables.CLAIM_CHECK, claim(name, "consistent"));
    run.with(CensusTables.ID_FUNNEL, row(1L, name, 12_345L, NONE, NONE, NONE, false));
    run.with(
        CensusTables.FIELD_PROFILE,
        field("*", name, 0.99, Optional.of(8_100L)),
        field(name, "full-name", 0.99, Optional.of(8_100L)),
        field(name, "other:" + name, 0.4, NONE));
    run.with(CensusTables.FIELD_COMBINATION, row("*", name, 20L, 15L, 0.4, false));
    run.with(
        CensusTables.POPULATION_SHARE,
        share("total", name, 100_000, Optional.of(90L)),
        share("11", name, 50_000, Optional.of(90L)),
        share("age-sex:0-4:male", name, 300, Optional.of(30L)));
    run.with(CensusTables.DESIGN_GATE, row(name, name, 0.45, name));
    run.with(CensusTables.QUARANTINE, row(name, name, name, 10L, List.of(0L), List.of(17L)));
    run.with(SEVERITY, row(name, 5.0, 5.0, 5.0, true, name, name));
    run.with(NOTIFICATION, duty(name, name, 500.0, name));
    run.with(AUTHENTICITY, row(name, name, 0.98, 0.09, 0.97, 0.99, name, name, false));
    Object[] named = estimate("dump", 9e6, 8e6, 9.5e6, name);
    named[1] = name;
    named[8] = name;
    run.withEstimates(estimate("sample", 80.0, 70.0, 91.0, ""), named);
  }

  private static Object[] duty(
      String regime, String jurisdiction, double threshold, String reached) {
    return row(
        regime,
        jurisdiction,
        "persons",
        "at-least",
        threshold,
        100.0,
        200.0,
        900.0,
        reached,
        "72 h",
        "Article 34",
        "high risk",
        "2026-01-01",
        "Reached.",
        "data subjects",
        "");
  }

  private static Object[] sign(String sign, String source, String reading) {
    return row(sign, source, 0.98, 0.09, 0.97, 0.99, reading, "Because.", false);
  }

  private static Object[][] many(int rows, IntFunction<Object[]> row) {
    return IntStream.range(0, rows).mapToObj(row).toArray(Object[][]::new);
  }

  private Object[] file(int i) {
    return row(
        "source", (long) i, "csv", "UTF-8", "none", 1L, 1L, 0L, 0L, 1L, 1L, 0L, "read", NONE, 0L,
        0L);
  }

  private Object[] column(int i) {
    return field("source " + i % 300, "other:column " + i / 300, 0.5, NONE);
  }

  private Object[] combination(int i) {
    return row("*", "combination-" + i, 20L, 100_000L - i, 0.1, false);
  }

  private Object[] reason(int i) {
    return row("source " + i, "bad-syntax", "broken", 1L, List.of(0L), List.of(1L));
  }

  private Document page() {
    return Jsoup.parse(run.html(Language.EN));
  }

  private static List<String> cells(Document page, String section, String head) {
    return page.getElementById(section).select("tbody tr").stream()
        .filter(row -> row.select("th").text().equals(head))
        .findFirst()
        .orElseThrow()
        .select("td")
        .eachText();
  }

  private static void assertMadeOfWhatIsKnown(Document page) {
    Set<String> unknown = new TreeSet<>();
    for (Element element : page.getAllElements()) {
      if (element != page && !ELEMENTS.contains(element.normalName())) {
        unknown.add("<" + element.normalName() + ">");
      }
      for (Attribute attribute : element.attributes()) {
        boolean known =
            ATTRIBUTES.stream().anyMatch(name -> name.equalsIgnoreCase(attribute.getKey()));
        if (!known) {
          unknown.add(attribute.getKey());
        }
      }
    }
    assertThat(unknown).isEmpty();
  }
}
