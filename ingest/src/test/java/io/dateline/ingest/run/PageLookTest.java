package io.dateline.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.ChannelTail;
import io.dateline.ingest.LineRig;
import io.dateline.ingest.SmallWeb;
import io.dateline.ingest.TestBroker;
import io.dateline.ingest.extract.ArticleExtractor;
import io.dateline.ingest.fetch.FetchLimits;
import io.dateline.ingest.fetch.HttpFetcher;
import io.dateline.ingest.fetch.PoliteFetcher;
import io.dateline.ingest.fetch.Politeness;
import io.dateline.ingest.frontier.Lead;
import io.dateline.ingest.publish.HealthChannel;
import io.dateline.ingest.publish.Ledger;
import io.dateline.ingest.source.Source;
import io.dateline.ingest.source.SourcesFile;
import io.dateline.model.Article;
import io.dateline.model.Channel;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.Meters;
import io.dateline.runtime.outbound.HostLookup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A page from its first look to its last, on a clock that is moved to when each look is due. */
class PageLookTest {
  @RegisterExtension static final TestBroker BROKER = new TestBroker();

  private static final Instant FOUND = Instant.parse("2026-11-22T08:00:00Z");
  private static final Duration LONG = Duration.ofSeconds(20);

  private final AtomicReference<Instant> now = new AtomicReference<>(FOUND);
  private static int tests;
  private KafkaSettings own;
  private SmallWeb web;
  private HttpFetcher http;
  private HealthChannel health;
  private Ledger ledger;
  private ChannelTail articles;
  private ChannelTail rejected;
  private PageLook looks;

  @BeforeEach
  void open() throws Exception {
    now.set(FOUND);
    own = BROKER.own("look" + tests++ + ".", 1);
    web = new SmallWeb();
    articles = new ChannelTail(own, Channel.ARTICLES);
    rejected = new ChannelTail(own, Channel.REJECTED);
    health = new HealthChannel(own);
    http = new HttpFetcher("Datelinebot", FetchLimits.DEFAULT, HostLookup.SYSTEM, now::get);
    ledger = Ledger.open(own, 0);
    Politeness politeness = new Politeness("Datelinebot", Duration.ofMillis(1), 1, true);
    var meters = Meters.prometheus();
    Tools tools =
        new Tools(
            new PoliteFetcher(http, politeness, now::get),
            new ArticleExtractor(),
            new LineMeters(meters),
            new SourceBook(meters, health, now::get),
            now::get,
            null,
            null);
    Source source = SourcesFile.parse(LineRig.yaml("small", web, "/feed")).sources().getFirst();
    looks = new PageLook(source, tools, ledger);
  }

  @AfterEach
  void close() {
    ledger.close();
    http.close();
    health.close();
    articles.close();
    rejected.close();
    web.close();
  }

  /** Looks when it is due; the next look. */
  private Task.@Nullable Look look(Task.@Nullable Look task) throws InterruptedException {
    assertThat(task).isNotNull();
    now.set(task.due());
    List<Task.Look> next = looks.run(task).join();
    assertThat(next).hasSizeLessThanOrEqualTo(1);
    return next.isEmpty() ? null : next.getFirst();
  }

  private Task.@Nullable Look first(String path) throws InterruptedException {
    return look(new Task.Look(FOUND, Lead.of(web.url(path)), 0));
  }

  private List<String> versions() {
    articles.settle(Duration.ofMillis(300));
    return LineRig.articles(articles).stream()
        .map(a -> a.version() + " " + a.status() + " " + a.text().headline())
        .toList();
  }

  @Test
  void aPageThatStaysTheSameIsAskedForFourTimesMoreWithItsValidators() throws Exception {
    web.article("/a", "Council agrees on budget", LineRig.body());
    web.tag("/a", "\"one\"");
    List<Duration> ages = new ArrayList<>();
    Task.Look next = first("/a");
    while (next != null) {
      ages.add(Duration.between(FOUND, next.due()));
      next = look(next);
    }
    assertThat(ages)
        .containsExactly(
            Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24));
    assertThat(versions()).containsExactly("1 USABLE Council agrees on budget");
    assertThat(web.log()).filteredOn("/a"::equals).hasSize(5);
    assertThat(web.notModified()).isEqualTo(4);
  }

  @Test
  void aTagThatAlwaysChangesMakesNoVersion() throws Exception {
    web.article("/a", "Council agrees on budget", LineRig.body());
    Task.Look next = first("/a");
    for (int i = 0; next != null; i++) {
      web.tag("/a", "W/\"" + i + "\"");
      next = look(next);
    }
    assertThat(versions()).containsExactly("1 USABLE Council agrees on budget");
    assertThat(web.notModified()).isZero();
  }

  @Test
  void aChangedHeadlineIsANewVersionAndAPageThatIsGoneAWithdrawal() throws Exception {
    web.article("/a", "Council agrees on budget", LineRig.body());
    Task.Look quarter = first("/a");
    web.article("/a", "Council agrees on a larger budget", LineRig.body());
    Task.Look hour = look(quarter);
    web.set("/a", 410, "text/plain", "gone");
    assertThat(look(hour)).isNull();
    assertThat(versions())
        .containsExactly(
            "1 USABLE Council agrees on budget",
            "2 USABLE Council agrees on a larger budget",
            "3 CANCELED Council agrees on a larger budget");
  }

  @Test
  void aNoticeInThePlaceOfTheTextIsAWithdrawalAndNoArticle() throws Exception {
    String[][] pages = {
      {"/a", "Council agrees on budget", "This article has been withdrawn by the editors."},
      {"/b", "Rat beschließt Haushalt", "Dieser Beitrag wurde von der Redaktion gelöscht."},
      {"/c", "Withdrawn: Mayor resigns", "We regret the error."},
    };
    List<Task.Look> quarters = new ArrayList<>();
    for (String[] page : pages) {
      web.article(page[0], "Council agrees on budget", LineRig.body());
      quarters.add(first(page[0]));
    }
    for (int i = 0; i < pages.length; i++) {
      web.article(pages[i][0], pages[i][1], pages[i][2]);
      assertThat(look(quarters.get(i))).as(pages[i][2]).isNull();
    }
    articles.await(6, LONG);
    assertThat(versions())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of("1 USABLE", "2 CANCELED")
                .flatMap(v -> Collections.nCopies(3, v + " Council agrees on budget").stream())
                .toList());
    assertThat(LineRig.articles(articles))
        .extracting(Article::edNote)
        .contains("Withdrawn by the outlet: This article has been withdrawn by the editors");
  }

  @Test
  void anArticleAboutAWithdrawalIsAnArticle() throws Exception {
    web.article("/a", "Council agrees on budget", LineRig.body());
    Task.Look quarter = first("/a");
    String[] body = LineRig.body();
    body[0] = "This report was withdrawn after a night of debate, the mayor said. " + body[0];
    body[1] = body[1] + " The mayor told the council so in a letter, which was read out to all.";
    web.article("/a", "Council agrees on budget", body);
    assertThat(look(quarter)).isNotNull();
    assertThat(versions())
        .containsExactly("1 USABLE Council agrees on budget", "2 USABLE Council agrees on budget");
  }

  @Test
  void aPageIsNotRejectedWhileItsRobotsFileCannotBeHad() throws Exception {
    web.article("/a", "Council agrees on budget", LineRig.body());
    web.set("/robots.txt", 503, "text/plain", "down");
    Task.Look waiting = first("/a");
    for (int i = 0; i < 20; i++) {
      waiting = look(waiting);
    }
    assertThat(web.log()).doesNotContain("/a");
    assertThat(Duration.between(FOUND, now.get())).isGreaterThan(Duration.ofHours(2));
    web.set("/robots.txt", 200, "text/plain", "User-agent: *\nDisallow: /b\n");
    for (int i = 0; i < 3 && versions().isEmpty(); i++) {
      waiting = look(waiting);
    }
    assertThat(versions()).containsExactly("1 USABLE Council agrees on budget");
    rejected.settle(Duration.ofMillis(200));
    assertThat(rejected.records()).isEmpty();
  }

  @Test
  void aStopInTheMiddleOfARequestSaysNothingOfTheHost() throws Exception {
    web.article("/a", "Council agrees on budget", LineRig.body());
    web.delay("/robots.txt", LONG);
    Thread stopped =
        Thread.ofVirtual()
            .start(() -> {
              try {
                first("/a");
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    while (web.log().isEmpty()) {
      Thread.sleep(10);
    }
    stopped.interrupt();
    stopped.join();
    web.delay("/robots.txt", Duration.ZERO);
    assertThat(first("/a")).isNotNull();
    assertThat(versions()).containsExactly("1 USABLE Council agrees on budget");
  }
}
