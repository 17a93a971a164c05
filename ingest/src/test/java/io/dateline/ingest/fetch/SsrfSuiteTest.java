package io.dateline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.ingest.suite.Suite;
import io.dateline.ingest.suite.Suite.Score;
import io.dateline.ingest.url.Urls;
import io.dateline.model.Reason;
import io.dateline.runtime.outbound.HostLookup;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SsrfSuiteTest {

  private static final Pattern ADDRESS = Pattern.compile("https?://[^\"<> ]+");
  private static final FetchLimits LIMITS =
      new FetchLimits(Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofMillis(200));

  @Test
  void nothingThatIsNotPublicIsConnectedTo() throws Exception {
    Score score = new Score("ssrf");
    for (JsonNode c : Suite.of("ssrf").cases()) {
      if (c.at("/in/note").asText().equals("ipAllowDefault")) {
        continue; // an allow-list of the tool the case comes from
      }
      boolean wanted = c.at("/expect/blocked").asBoolean();
      score.add(blocked(c) == wanted, c.path("in") + " want blocked " + wanted);
    }
    assertThat(score.print().share()).isEqualTo(1);
  }

  /** Refused by the check of the address, or by the check of what its host resolves to. */
  private static boolean blocked(JsonNode c) throws Exception {
    List<String> urls = new ArrayList<>();
    urls.add(c.at("/in/url").asText());
    if (c.at("/in/location").isTextual()) {
      String target = Urls.resolve(urls.getFirst(), c.at("/in/location").asText());
      urls.add(target == null ? "" : target);
    }
    if (c.at("/in/document").isTextual()) {
      Matcher named = ADDRESS.matcher(c.at("/in/document").asText());
      return named.find() && isRefused(named.group(), c.at("/in/answers"));
    }
    boolean blocked = false;
    for (String url : urls) {
      blocked |= isRefused(url, c.at("/in/answers"));
    }
    return blocked;
  }

  private static boolean isRefused(String url, JsonNode answers) throws InterruptedException {
    AtomicInteger call = new AtomicInteger();
    HostLookup lookup = host -> answer(host, answers, call);
    try (HttpFetcher http = new HttpFetcher("test", LIMITS, lookup, InstantSource.system())) {
      FetchResult result = http.fetch(FetchRequest.of(url, Kind.PAGE));
      return result instanceof FetchResult.Failed f && f.reason() == Reason.FORBIDDEN_ADDRESS;
    }
  }

  private static InetAddress[] answer(String host, JsonNode answers, AtomicInteger call)
      throws UnknownHostException {
    boolean literal = host.matches("[0-9.]+") || host.contains(":") || host.startsWith("[");
    if (literal) {
      return InetAddress.getAllByName(host);
    }
    if (host.equals("localhost") || host.endsWith(".localhost")) {
      return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }
    if (!answers.isArray() || answers.isEmpty()) {
      // a name of the suite without answers is a public host: TEST-NET would be refused
      return new InetAddress[] {InetAddress.getByName("8.8.8.8")};
    }
    JsonNode list =
        answers.get(0).isArray()
            ? answers.get(Math.min(call.getAndIncrement(), answers.size() - 1))
            : answers;
    List<InetAddress> found = new ArrayList<>();
    for (JsonNode text : list) {
      found.add(InetAddress.getByName(text.asText()));
    }
    return found.toArray(new InetAddress[0]);
  }
}
