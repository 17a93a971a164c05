package io.dateline.app;

import io.dateline.embedded.EmbeddedException;
import io.dateline.runtime.CannotStartException;
import io.dateline.runtime.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what ended a verb into one line; only a bug of ours gets a stack trace. */
final class Failures implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult result) {
    Throwable cause = unwrap(thrown);
    String line = lineFor(cause);
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println(name + ": " + (line == null ? "a bug: " + cause : line));
    if (line == null) {
      cause.printStackTrace(command.getErr());
    }
    return CommandLine.ExitCode.USAGE;
  }

  /** What to say of a failure that people can mend; null for a bug. */
  static @Nullable String lineFor(Throwable cause) {
    return switch (cause) {
      case UsageException e -> e.getMessage();
      case SettingsException e -> e.getMessage();
      case EmbeddedException e -> e.getMessage();
      case CannotStartException e -> e.getMessage();
      case NoSuchFileException e -> "no such file: " + e.getMessage();
      case UncheckedIOException e -> withCause(e);
      case IOException e -> e.toString();
      case KafkaException e -> "Kafka: " + CannotStartException.reason(e);
      case InterruptedException e -> "interrupted";
      default -> null;
    };
  }

  private static String withCause(Exception e) {
    Throwable cause = e.getCause();
    String message = String.valueOf(e.getMessage());
    String why = cause == null ? null : cause.getMessage();
    return why == null || message.contains(why) ? message : message + ": " + why;
  }

  private static Throwable unwrap(Throwable thrown) {
    Throwable cause = thrown.getCause();
    boolean wrapper = thrown instanceof ExecutionException || thrown instanceof CompletionException;
    return wrapper && cause != null ? unwrap(cause) : thrown;
  }
}
