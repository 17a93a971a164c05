package io.dateline.app.line;

import io.dateline.runtime.DatabaseSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --db}: a JDBC address, or {@code postgresql://user:password@host:port/name}. */
final class DatabaseAddress implements ITypeConverter<DatabaseSettings> {
  private static final int DEFAULT_PORT = 5432;

  @Override
  public DatabaseSettings convert(String text) {
    if (text.startsWith("jdbc:postgresql:")) {
      Map<String, String> env = System.getenv();
      return new DatabaseSettings(
          text,
          env.getOrDefault("DATABASE_USER", "dateline"),
          env.getOrDefault("DATABASE_PASSWORD", ""));
    }
    try {
      return convert(new URI(text));
    } catch (URISyntaxException e) {
      throw (TypeConversionException) bad(text).initCause(e);
    }
  }

  private static DatabaseSettings convert(URI uri) {
    String scheme = uri.getScheme();
    if (uri.getHost() == null || !("postgresql".equals(scheme) || "postgres".equals(scheme))) {
      throw bad(uri.getScheme() + "://" + uri.getHost());
    }
    String[] login = uri.getUserInfo() == null ? new String[0] : uri.getUserInfo().split(":", 2);
    int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
    String path = uri.getPath().isEmpty() ? "/dateline" : uri.getPath();
    return new DatabaseSettings(
        "jdbc:postgresql://" + uri.getHost() + ":" + port + path,
        login.length > 0 ? login[0] : "dateline",
        login.length > 1 ? login[1] : "");
  }

  private static TypeConversionException bad(String text) {
    return new TypeConversionException(
        "'" + text + "' is not postgresql://user:password@host:port/name or jdbc:postgresql:...");
  }
}
