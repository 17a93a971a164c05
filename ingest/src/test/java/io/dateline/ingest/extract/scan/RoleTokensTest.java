package io.dateline.ingest.extract.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoleTokensTest {

  private final RoleTokens tokens = new RoleTokens();

  @Test
  void namesAreReadHoweverTheyAreJoined() {
    assertThat(Role.BOILERPLATE.in(tokens.of("c-article__relatedLinks"))).isTrue();
    assertThat(Role.BOILERPLATE.in(tokens.of("read-more"))).isTrue();
    assertThat(Role.BOILERPLATE.in(tokens.of("READ_MORE box"))).isTrue();
    assertThat(Role.BODY.in(tokens.of("articleBody"))).isTrue();
    assertThat(Role.CAPTION.in(tokens.of("wp-caption-text"))).isTrue();
  }

  @Test
  void utilitiesAndHashesSayNothing() {
    assertThat(tokens.of("print:hidden md:w-[3rem]")).isZero();
    assertThat(tokens.of("sc-77igqf-0 hJpRRP")).isZero();
    assertThat(tokens.of("overflow-hidden has-sidebar")).isZero();
  }
}
