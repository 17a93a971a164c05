package io.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Each mistake is answered with one line that names it, and exit code 2. */
class BadInputTest {
  @TempDir Path folder;

  private static void isRefused(String naming, String... arguments) {
    StringWriter err = new StringWriter();
    int exit = Dateline.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
    assertThat(err.toString()).contains(naming);
    assertThat(err.toString().strip().lines()).as(err.toString()).hasSize(1);
    assertThat(exit).isEqualTo(2);
  }

  @Test
  void anUnknownFlag() {
    isRefused("--colour", "up", "--colour", "red");
  }

  @Test
  void anUnknownFlagOfAnyVerb() {
    for (String verb : List.of("demo", "extract", "enrich", "backfill", "tail")) {
      isRefused("--colour", verb, "--colour", "x.warc.gz");
    }
    isRefused("--colour", "run", "sink", "--colour");
    isRefused("--colour", "source", "check", "--colour", "https://example.org/");
  }

  @Test
  void anUnknownVerb() {
    isRefused("fetch", "fetch");
  }

  @Test
  void aMissingVerb() {
    isRefused("subcommand");
    isRefused("subcommand", "run");
    isRefused("subcommand", "source");
  }

  @Test
  void aPortThatIsNoNumber() {
    isRefused("--port", "up", "--port", "http");
    isRefused("65535", "up", "--port", "99999");
  }

  @Test
  void anAddressThatIsNone() {
    isRefused("not an http or https address", "source", "check", "nonsense");
    isRefused("not an http or https address", "source", "add", "ftp://example.org/");
  }

  @Test
  void aFolderInsteadOfAFile() {
    for (String verb : List.of("extract", "enrich", "backfill")) {
      isRefused("a folder, not a file: " + folder, verb, folder.toString());
    }
  }

  @Test
  void sourcesWithMistakes() throws Exception {
    Path file = Files.writeString(folder.resolve("s.yaml"), "sources: [{id: a}, {name: Nobody}]");
    isRefused("source 1 (a): ", "up", "--sources", file.toString());
    isRefused("source 2 (no id): ", "up", "--sources", file.toString());
  }

  @Test
  void aPortInUse() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      isRefused("127.0.0.1:" + port, "up", "--port", port, "--data", folder.toString());
    }
  }

  @Test
  void aQueryThatIsNone() {
    String kafka = "127.0.0.1:1";
    isRefused("expected", "tail", "-q", "(peace AND", "--kafka", kafka);
    isRefused("--country", "tail", "--country", "Atlantis", "--kafka", kafka);
    isRefused("--lang", "tail", "--lang", "?", "--kafka", kafka);
  }

  @Test
  void aBrokerThatDoesNotAnswer() {
    isRefused("127.0.0.1:1 does not answer", "tail", "--kafka", "127.0.0.1:1");
  }

  @Test
  void everyVerbHasHelpThatNamesItsOptions() {
    CommandLine command = Dateline.commandLine();
    assertThat(command.getSubcommands())
        .containsKeys(
            "demo", "up", "run", "extract", "enrich", "backfill", "tail", "source", "help");
    helpsOn(command, "dateline");
  }

  private static void helpsOn(CommandLine command, String path) {
    String help = command.getUsageMessage();
    CommandSpec spec = command.getCommandSpec();
    assertThat(help).as(path).contains("Usage: " + path);
    assertThat(spec.usageMessage().header()).as(path).isNotEmpty();
    for (OptionSpec option : spec.options()) {
      assertThat(option.description()).as(path + " " + option.longestName()).isNotEmpty();
      assertThat(help).contains(option.longestName());
    }
    command.getSubcommands().forEach((name, inner) -> helpsOn(inner, path + " " + name));
  }

  @Test
  void aFileThatIsNotThere() {
    isRefused("nothing.warc.gz", "extract", "nothing.warc.gz");
    isRefused("nothing.warc.gz", "backfill", "--kafka", "127.0.0.1:1", "nothing.warc.gz");
    isRefused("nothing.ndjson", "enrich", "nothing.ndjson");
    isRefused("nothing.yaml", "up", "--sources", "nothing.yaml");
  }

  @Test
  void aLimitThatIsNone() {
    isRefused("--max-rejected", "extract", "--max-rejected", "some", "-");
  }

  @Test
  void aDatabaseAddressOfAnotherKind() {
    isRefused("postgresql://", "up", "--db", "mysql://root@localhost/news");
  }

  @Test
  void aTopicThatIsNone() {
    isRefused("no-such-topic", "tail", "--topic", "no-such-topic", "--kafka", "127.0.0.1:1");
  }
}
