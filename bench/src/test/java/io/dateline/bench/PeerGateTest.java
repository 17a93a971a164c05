package io.dateline.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class PeerGateTest {

  private static final String BODY =
      "The island gets two new ferries next year, the council said on Monday evening.\\n\\n"
          + "The first of them is to arrive in March, when the harbour wall has been repaired.\\n\\n"
          + "Until then the old boat goes on, although its engine has failed three times, twice at night.";

  private static final String PAGE =
      """
      <html lang="en"><head><title>Two ferries for the island - Harbour News</title></head><body>
      <div class="nav"><a href="/">Home</a> <a href="/port">Port</a></div>
      <article><h1>Two ferries for the island</h1>
      <figure><img src="f.jpg"><figcaption>The harbour wall, seen from the church tower last spring.</figcaption></figure>
      <p>BODY</p></article>
      <div class="related"><h3>Read more</h3><ul><li><a href="/b">A bridge is opened at last</a></li></ul></div>
      </body></html>
      """;

  /** All sets with all peers: two minutes on a quiet machine. */
  @Test
  @EnabledIfSystemProperty(named = "dateline.peers", matches = "all")
  void datelineIsAheadOfEveryPeerOnEverySet() throws IOException {
    Path sets = Path.of(System.getProperty("dateline.shared", "../shared"), "eval", "extract");
    assumeTrue(Files.isDirectory(sets), "skipped: no evaluation sets at " + sets);
    PeerGate gate = new PeerGate(sets, System.out);
    boolean ahead =
        gate.score(List.of("publishers", "fundus", "zyte", "trafilatura", "wcxb", "postlight"));
    gate.time(List.of("publishers", "zyte"), 5);
    assertThat(ahead).isTrue();
  }

  @Test
  void onOnePageOfOurOwnEveryPeerFindsTheTextAndOursExactly(@TempDir Path sets) throws IOException {
    Path pages = Files.createDirectories(sets.resolve("own/pages"));
    try (OutputStream gz =
        new GZIPOutputStream(Files.newOutputStream(pages.resolve("1.html.gz")))) {
      gz.write(PAGE.replace("BODY", BODY.replace("\\n\\n", "</p><p>")).getBytes(UTF_8));
    }
    Files.writeString(
        sets.resolve("own/truth.jsonl"),
        "{\"id\":\"1\",\"url\":\"https://harbour.example/1\",\"title\":\"Two ferries for the island\","
            + "\"body\":\""
            + BODY
            + "\"}");
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PeerGate gate = new PeerGate(sets, new PrintStream(printed, true, UTF_8));
    assertThat(gate.score(List.of("own"))).isTrue();
    gate.time(List.of("own"), 1);
    String table = printed.toString(UTF_8);
    assertThat(table).contains("| own | Dateline | 1.000 | 1.000 | 1.000 |");
    for (Peer peer : Peer.values()) {
      assertThat(table).containsPattern("\\| own \\| " + peer.title() + " \\| (0\\.[6-9]|1\\.0)");
    }
    assertThat(table.lines().filter(line -> line.startsWith("| own"))).hasSize(9);
  }
}
