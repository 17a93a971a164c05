package io.dateline.app.line;

import io.dateline.runtime.DatabaseSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What {@code up} and {@code demo} have in common. */
final class LineOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where everything is kept (default: data/up or data/demo).")
  @Nullable Path data;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      converter = Port.class,
      description = "Port of page and API on 127.0.0.1; 0 takes a free one (default: 8080).")
  int port;

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description = "Use this Kafka instead of an embedded one.")
  @Nullable String kafka;

  @Option(
      names = "--db",
      paramLabel = "URL",
      converter = DatabaseAddress.class,
      description = "Use this PostgreSQL instead of an embedded one.")
  @Nullable DatabaseSettings database;

  /** Reads {@code --port}. */
  static final class Port implements ITypeConverter<Integer> {
    private static final int MAX = 65_535;

    @Override
    public Integer convert(String text) {
      try {
        int port = Integer.parseInt(text);
        if (port >= 0 && port <= MAX) {
          return port;
        }
      } catch (NumberFormatException e) {
        throw (TypeConversionException) bad(text).initCause(e);
      }
      throw bad(text);
    }

    private static TypeConversionException bad(String text) {
      return new TypeConversionException("'" + text + "' is no port from 0 to " + MAX);
    }
  }
}
