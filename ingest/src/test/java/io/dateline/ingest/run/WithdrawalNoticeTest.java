package io.dateline.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.extract.ExtractResult;
import io.dateline.ingest.fetch.FetchResult;
import io.dateline.ingest.fetch.Validators;
import io.dateline.ingest.frontier.Mark;
import io.dateline.model.Reason;
import io.dateline.model.Rejection;
import io.dateline.model.SourceId;
import io.dateline.model.Stage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WithdrawalNoticeTest {

  private static final String URL = "https://hafenblatt.example/a";
  private static final Mark.PageMark KNOWN =
      new Mark.PageMark(
          URL,
          new SourceId("hafenblatt"),
          URL,
          null,
          1,
          Instant.parse("2026-11-23T10:00:00Z"),
          null);
  private static final String PAGE =
      "<title>Hafenblatt</title><p>Dieser Artikel wurde von der Redaktion zurückgezogen.</p>";

  private static @Nullable String notice(Reason reason) {
    Rejection rejection = Rejection.of(Stage.EXTRACT, reason, "no running text found", URL);
    FetchResult.Fetched fetched =
        new FetchResult.Fetched(
            URL,
            List.of(),
            null,
            "text/html; charset=iso-8859-1",
            PAGE.getBytes(StandardCharsets.ISO_8859_1),
            Validators.NONE,
            List.of(),
            List.of());
    return WithdrawalNotice.in(KNOWN, new ExtractResult.Dropped(rejection), fetched);
  }

  @Test
  void theServersCharsetHolds() {
    assertThat(notice(Reason.NO_BODY))
        .isEqualTo("Dieser Artikel wurde von der Redaktion zurückgezogen");
  }

  @Test
  void aPageThatIsTooMuchForTheExtractorIsNotParsedHere() {
    assertThat(Set.of(Reason.TOO_COMPLEX, Reason.TOO_LARGE))
        .allSatisfy(reason -> assertThat(notice(reason)).isNull());
  }
}
