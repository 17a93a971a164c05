package io.dateline.serve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.runtime.SettingsReader;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Limits by a clock of its own. */
class RateLimitsTest {
  private static final RateLimits.Limit LOGIN = RateLimits.Limit.LOGIN;

  private final AtomicLong nanos = new AtomicLong();
  private final RateLimits limits = new RateLimits(Rates.DEFAULT, nanos::get);
  private final InetAddress client = InetAddress.ofLiteral("192.0.2.1");

  private void useUp(InetAddress who) {
    for (int i = 0; i < LOGIN.atOnce(Rates.DEFAULT); i++) {
      assertThat(limits.take(who, LOGIN)).isEmpty();
    }
  }

  @Test
  void clientThatAsksTooOftenIsToldHowLongToWaitAndIsServedThen() {
    useUp(client);
    assertThat(limits.take(client, LOGIN)).contains(Duration.ofSeconds(1));
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(limits.take(client, LOGIN)).isEmpty();
    assertThat(limits.take(client, LOGIN)).isPresent();
  }

  @Test
  void clientsAndLimitsDoNotTouchEachOther() {
    useUp(client);
    assertThat(limits.take(InetAddress.ofLiteral("192.0.2.2"), LOGIN)).isEmpty();
    assertThat(limits.take(client, RateLimits.Limit.READ)).isEmpty();
  }

  @Test
  void limitsAreThoseOfTheSettings() {
    var reader = new SettingsReader(Map.of("SERVE_RATE_LOGIN", "3", "SERVE_RATE_READ", "0"));
    Rates rates = Rates.from(reader);
    assertThat(rates).isEqualTo(new Rates(Rates.DEFAULT.read(), 50, 50, 3));
    assertThatThrownBy(reader::check).hasMessageContaining("SERVE_RATE_READ");
    RateLimits set = new RateLimits(rates, nanos::get);
    for (int i = 0; i < 30; i++) {
      assertThat(set.take(client, LOGIN)).isEmpty();
    }
    assertThat(set.take(client, LOGIN)).isPresent();
  }

  @Test
  void oneCustomersIpv6NetworkIsOneClient() {
    useUp(InetAddress.ofLiteral("2001:db8:1:2::1"));
    assertThat(limits.take(InetAddress.ofLiteral("2001:db8:1:2::99"), LOGIN)).isPresent();
    assertThat(limits.take(InetAddress.ofLiteral("2001:db8:1:3::1"), LOGIN)).isEmpty();
  }

  @Test
  void everyApiRequestHasALimitAndNothingElseHas() {
    assertThat(RateLimits.Limit.of("GET", "/api/v1/articles")).contains(RateLimits.Limit.READ);
    assertThat(RateLimits.Limit.of("POST", "/api/v1/watches")).contains(RateLimits.Limit.CHANGE);
    assertThat(RateLimits.Limit.of("GET", "/api/v1/stream")).contains(RateLimits.Limit.STREAM);
    assertThat(RateLimits.Limit.of("POST", "/api/v1/login")).contains(LOGIN);
    assertThat(RateLimits.Limit.of("GET", "/livez")).isEmpty();
  }
}
