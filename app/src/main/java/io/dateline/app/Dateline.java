package io.dateline.app;

import io.dateline.app.line.DemoCommand;
import io.dateline.app.line.UpCommand;
import io.dateline.app.pipe.EnrichCommand;
import io.dateline.app.pipe.ExtractCommand;
import java.io.PrintWriter;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command at the top: {@code dateline VERB ...}. */
@Command(
    name = "dateline",
    version = "dateline " + Dateline.VERSION,
    mixinStandardHelpOptions = true,
    header = "News pages in; tagged, grouped IPTC ninjs articles out.",
    synopsisSubcommandLabel = "VERB",
    footer = {
      "",
      "Exit codes: 0 fine, 1 too much input rejected or a service died, 2 could not run."
    },
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      RunCommand.class,
      ExtractCommand.class,
      EnrichCommand.class,
      BackfillCommand.class,
      TailCommand.class,
      WatchCommand.class,
      SourceCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Dateline {

  /** Version of the product. */
  public static final String VERSION = "0.1.0";

  /**
   * Warns at each start that it finds no incubating vector module, which we have no use for. Kept
   * here because a logger that nobody holds forgets its level.
   */
  private static final Logger LUCENE_VECTORS =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  /** Runs a verb and exits with its code. */
  public static void main(String[] args) {
    LUCENE_VECTORS.setLevel(Level.SEVERE);
    System.exit(commandLine().execute(args));
  }

  /** The command with one-line errors. */
  public static CommandLine commandLine() {
    return new CommandLine(new Dateline())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((e, _) -> badUsage(e))
        .setExecutionExceptionHandler(new Failures());
  }

  private static int badUsage(ParameterException e) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    PrintWriter err = command.getErr();
    err.println(name + ": " + e.getMessage() + " (try: " + name + " --help)");
    return CommandLine.ExitCode.USAGE;
  }
}
