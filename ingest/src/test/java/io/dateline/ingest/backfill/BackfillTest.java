package io.dateline.ingest.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.TestBroker;
import io.dateline.model.Reason;
import io.dateline.runtime.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

class BackfillTest {
  @RegisterExtension static final TestBroker BROKER = new TestBroker();

  private static final String BODY =
      "<p>The harbour was closed on Monday after a storm damaged two of its cranes, the port"
          + " authority said in a statement.</p><p>Ships were sent to other ports along the coast,"
          + " and the work of repair will take at least three weeks.</p><p>Nobody was hurt when"
          + " number %d fell, a speaker added.</p>";

  private static void write(Path file, int pages) throws IOException {
    try (var out = Files.newOutputStream(file);
        WarcWriter writer =
            new WarcWriter(java.nio.channels.Channels.newChannel(out), WarcCompression.GZIP)) {
      for (int i = 0; i < pages; i++) {
        String html =
            "<html lang=en><head><title>Storm closes harbour "
                + i
                + "</title></head><body><article><h1>Storm closes harbour "
                + i
                + "</h1>"
                + BODY.replace("%d", Integer.toString(i))
                + "</article></body></html>";
        HttpResponse http =
            new HttpResponse.Builder(200, "OK")
                .body(MediaType.HTML_UTF8, html.getBytes(StandardCharsets.UTF_8))
                .build();
        writer.write(
            new WarcResponse.Builder("https://news.example/" + i)
                .date(Instant.parse("2026-01-01T00:00:00Z"))
                .body(http)
                .build());
      }
    }
  }

  @Test
  void theSameArchiveTwicePublishesOnce(@TempDir Path folder) throws Exception {
    Path warc = folder.resolve("a.warc.gz");
    write(warc, 20);
    Backfill backfill = new Backfill(BROKER.own("once."), Platform.create());
    BackfillReport first = backfill.run(List.of(warc), r -> {});
    assertThat(first).isEqualTo(new BackfillReport(20, 20, 0, 0));
    assertThat(backfill.run(List.of(warc), r -> {})).isEqualTo(new BackfillReport(20, 0, 20, 0));
  }

  @Test
  void everyPageOfTheWireIsPublishedOrRejected() throws Exception {
    Path wire =
        Path.of(System.getProperty("dateline.shared", "../shared"), "wire", "publishers.warc.gz");
    Assumptions.assumeTrue(Files.exists(wire), "no wire archive here: skipped");
    Backfill backfill = new Backfill(BROKER.own("wire."), Platform.create());
    BackfillReport report = backfill.run(List.of(wire), r -> {});
    System.out.println("backfill of the wire: " + report);
    assertThat(report.pages()).isEqualTo(128);
    assertThat(report.published() + report.unchanged() + report.rejected()).isEqualTo(128);
  }

  @Test
  void aFileCutShortGivesWhatWasReadable(@TempDir Path folder) throws Exception {
    Path whole = folder.resolve("whole.warc.gz");
    write(whole, 10);
    byte[] bytes = Files.readAllBytes(whole);
    for (int percent = 15; percent < 95; percent += 7) {
      Path cut = folder.resolve("cut" + percent + ".warc.gz");
      Files.write(cut, Arrays.copyOf(bytes, bytes.length * percent / 100 + 40));
      List<ArchiveItem> items = new ArrayList<>();
      try (Archive archive = Archive.open(cut)) {
        for (ArchiveItem item = archive.next(); item != null; item = archive.next()) {
          items.add(item);
        }
      }
      assertThat(items.size()).isBetween(1, 11);
      assertThat(items.getFirst()).isInstanceOf(ArchiveItem.Page.class);
      assertThat(items.getLast())
          .as("%d %%", percent)
          .isInstanceOfSatisfying(
              ArchiveItem.Broken.class,
              b -> assertThat(b.rejection().reason()).isIn(Reason.BAD_ARCHIVE, Reason.BAD_BODY));
    }
  }
}
