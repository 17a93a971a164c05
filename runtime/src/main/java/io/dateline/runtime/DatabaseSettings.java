package io.dateline.runtime;

/**
 * How to reach PostgreSQL.
 *
 * @param url JDBC address, "jdbc:postgresql://host:port/database"
 * @param user role to log in as
 * @param password its password; may be empty
 */
public record DatabaseSettings(String url, String user, String password) {

  /** Reads DATABASE_URL, DATABASE_USER and DATABASE_PASSWORD. */
  public static DatabaseSettings from(SettingsReader reader) {
    String url = reader.text("DATABASE_URL", "jdbc:postgresql://127.0.0.1:5432/dateline");
    if (!url.startsWith("jdbc:postgresql:")) {
      reader.mistake(
          "DATABASE_URL is '" + hidden(url) + "', expected jdbc:postgresql://host:port/name");
    }
    return new DatabaseSettings(
        url, reader.text("DATABASE_USER", "dateline"), reader.text("DATABASE_PASSWORD", ""));
  }

  /** Hides the password. */
  @Override
  public String toString() {
    return "DatabaseSettings[url=" + hidden(url) + ", user=" + user + ", password=***]";
  }

  /** Without the login that an address may carry. */
  private static String hidden(String url) {
    return url.replaceAll("//[^/]*@", "//***@").replaceAll("(?i)(password=)[^&]*", "$1***");
  }
}
