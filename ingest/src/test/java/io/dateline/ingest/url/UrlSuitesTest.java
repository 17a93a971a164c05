package io.dateline.ingest.url;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.ingest.suite.Suite;
import io.dateline.ingest.suite.Suite.Score;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UrlSuitesTest {

  private static final java.util.Set<String> AGGRESSIVE =
      java.util.Set.of("mediacloud-news", "urlcanon-aggressive");

  @Test
  void whatwgParsing() {
    Score score = new Score("urls-whatwg");
    for (JsonNode c : Suite.of("urls-whatwg").cases()) {
      String input = c.at("/in/input").asText();
      JsonNode base = c.at("/in/base");
      WebUrl from = base.isTextual() ? WebUrl.parse(base.asText()) : null;
      WebUrl got =
          base.isTextual() ? (from == null ? null : from.resolve(input)) : WebUrl.parse(input);
      String want = c.at("/expect/failure").asBoolean() ? null : c.at("/expect/href").asText();
      check(score, c, want, got == null ? null : got.href());
    }
    assertThat(score.print().share()).isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void domainsInAscii() {
    Score score = new Score("urls-idna");
    for (JsonNode c : Suite.of("urls-idna").cases()) {
      WebUrl got = WebUrl.parse("https://" + c.at("/in/domain").asText() + "/x");
      JsonNode want = c.at("/expect/ascii");
      check(score, c, want.isTextual() ? want.asText() : null, got == null ? null : got.host());
    }
    assertThat(score.print().share()).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void ipv4InAllSpellings() {
    Score score = new Score("urls-ipv4");
    for (JsonNode c : Suite.of("urls-ipv4").cases()) {
      JsonNode want = c.at("/expect/ipv4");
      check(
          score, c, want.isTextual() ? want.asText() : null, Hosts.ipv4(c.at("/in/host").asText()));
    }
    assertThat(score.print().share()).isEqualTo(1);
  }

  @Test
  void registrableDomains() {
    Score score = new Score("urls-psl");
    for (JsonNode c : Suite.of("urls-psl").cases()) {
      JsonNode want = c.at("/expect/registrable");
      String got = Urls.registrable(c.at("/in/host").asText());
      check(score, c, want.isTextual() ? Hosts.toAscii(want.asText()) : null, got);
    }
    assertThat(score.print().share()).isEqualTo(1);
  }

  @Test
  void relativeReferences() {
    Score score = new Score("urls-resolve");
    for (JsonNode c : Suite.of("urls-resolve").cases()) {
      String got = Urls.resolve(c.at("/in/base").asText(), c.at("/in/ref").asText());
      String want = c.at("/expect/url").asText();
      WebUrl parsed = WebUrl.parse(want);
      check(score, c, parsed == null ? want : parsed.href(), got);
    }
    assertThat(score.print().share()).isEqualTo(1);
  }

  @Test
  void differentPagesStayApart() {
    Score score = new Score("urls-differ");
    for (JsonNode c : Suite.of("urls-differ").cases()) {
      String a = Urls.canonical(c.at("/in/a").asText());
      String b = Urls.canonical(c.at("/in/b").asText());
      score.add(!Objects.equals(a, b), c.path("in").toString());
    }
    assertThat(score.print().share()).isEqualTo(1);
  }

  @Test
  void spellingsOfOnePageFallTogether() {
    Score score = new Score("urls-same");
    Map<String, Score> dialects = new TreeMap<>();
    for (JsonNode c : Suite.of("urls-same").cases()) {
      String dialect = c.at("/tags/0").asText();
      if (AGGRESSIVE.contains(dialect)) {
        continue;
      }
      String a = Urls.canonical(c.at("/in/url").asText());
      String b = Urls.canonical(c.at("/expect/same_as").asText());
      boolean stable = a == null || Objects.equals(Urls.canonical(a), a);
      String what = dialect + " " + c.at("/in/url").asText() + " -> " + a + " want " + b;
      score.add(Objects.equals(a, b) && stable, what);
      dialects
          .computeIfAbsent(dialect, d -> new Score("urls-same/" + d))
          .add(Objects.equals(a, b) && stable, what);
    }
    score.print();
    dialects.values().forEach(Score::print);
    assertThat(score.share()).isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void trackingParametersGo() {
    Score score = new Score("urls-tracking");
    for (JsonNode c : Suite.of("urls-tracking").cases()) {
      String got = Urls.canonical(c.at("/in/url").asText());
      check(score, c, Urls.canonical(c.at("/expect/url").asText()), got);
    }
    assertThat(score.print().share()).isEqualTo(1);
  }

  @Test
  void sitesOfNews() {
    Score score = new Score("urls-site");
    for (JsonNode c : Suite.of("urls-site").cases()) {
      check(score, c, c.at("/expect/site").asText(), Urls.site(c.at("/in/url").asText()));
    }
    assertThat(score.print().share()).isGreaterThanOrEqualTo(0.8);
  }

  @Test
  void whatIsNoAddressIsRefused() {
    Score score = new Score("urls-invalid");
    for (JsonNode c : Suite.of("urls-invalid").cases()) {
      check(score, c, null, Urls.canonical(c.at("/in/url").asText()));
    }
    assertThat(score.print().share()).isEqualTo(1);
  }

  private static void check(Score score, JsonNode c, @Nullable String want, @Nullable String got) {
    score.add(Objects.equals(want, got), c.path("in") + " -> " + got + " want " + want);
  }
}
