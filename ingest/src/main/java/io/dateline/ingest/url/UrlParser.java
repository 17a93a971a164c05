package io.dateline.ingest.url;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The basic URL parser of the WHATWG standard, written as one function for each part. */
final class UrlParser {
  private static final int MAX_PORT = 65_535;

  private final @Nullable WebUrl base;
  private String rest;
  private @Nullable String fragment;
  private @Nullable String query;
  private String scheme = "";
  private String username = "";
  private String password = "";
  private @Nullable String host;
  private @Nullable Integer port;
  private final PathSegments segments = new PathSegments();
  private final List<String> path = segments.list();

  private UrlParser(String rest, @Nullable WebUrl base) {
    this.rest = rest;
    this.base = base;
  }

  static @Nullable WebUrl parse(String input, @Nullable WebUrl base) {
    return new UrlParser(trim(input), base).parse();
  }

  private static String trim(String input) {
    int start = 0;
    int end = input.length();
    while (start < end && input.charAt(start) <= 0x20) {
      start++;
    }
    while (end > start && input.charAt(end - 1) <= 0x20) {
      end--;
    }
    String text = input.substring(start, end);
    boolean dirty = text.indexOf('\t') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    return dirty ? text.replace("\t", "").replace("\n", "").replace("\r", "") : text;
  }

  private @Nullable WebUrl parse() {
    String found = takeScheme();
    takeFragment();
    if (found == null) {
      return base == null ? null : relative(base);
    }
    scheme = found;
    if (scheme.equals("file")) {
      return file();
    }
    if (WebUrl.isSpecial(scheme)) {
      boolean sameScheme = base != null && base.scheme().equals(scheme) && !rest.startsWith("//");
      return sameScheme && base != null ? relative(base) : special();
    }
    if (rest.startsWith("//")) {
      rest = rest.substring(2);
      return authority();
    }
    if (rest.startsWith("/")) {
      takeQuery();
      return takePath(rest.substring(1)).build(false);
    }
    return opaque();
  }

  private @Nullable String takeScheme() {
    int colon = rest.indexOf(':');
    if (colon < 1 || !isLetter(rest.charAt(0))) {
      return null;
    }
    for (int i = 1; i < colon; i++) {
      char c = rest.charAt(i);
      if (!isLetter(c) && !(c >= '0' && c <= '9') && "+-.".indexOf(c) < 0) {
        return null;
      }
    }
    String found = rest.substring(0, colon).toLowerCase(Locale.ROOT);
    rest = rest.substring(colon + 1);
    return found;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private void takeFragment() {
    int hash = rest.indexOf('#');
    if (hash >= 0) {
      fragment = Percent.encode(rest.substring(hash + 1), Percent.FRAGMENT);
      rest = rest.substring(0, hash);
    }
  }

  private void takeQuery() {
    int mark = rest.indexOf('?');
    if (mark >= 0) {
      boolean special = WebUrl.isSpecial(scheme);
      query =
          Percent.encode(rest.substring(mark + 1), special ? Percent.SPECIAL_QUERY : Percent.QUERY);
      rest = rest.substring(0, mark);
    }
  }

  private @Nullable WebUrl opaque() {
    takeQuery();
    String text = rest;
    if ((query != null || fragment != null) && text.endsWith(" ")) {
      text = text.substring(0, text.length() - 1) + "%20";
    }
    path.add(Percent.encode(text, ""));
    return build(true);
  }

  /** "http:" without base of the same scheme: any number of slashes, then the authority. */
  private @Nullable WebUrl special() {
    int at = 0;
    while (at < rest.length() && isSlash(rest.charAt(at))) {
      at++;
    }
    rest = rest.substring(at);
    return authority();
  }

  private boolean isSlash(char c) {
    return isSlash(c, scheme);
  }

  static boolean isSlash(char c, String scheme) {
    return c == '/' || (c == '\\' && WebUrl.isSpecial(scheme));
  }

  private @Nullable WebUrl authority() {
    int end = 0;
    while (end < rest.length() && !isSlash(rest.charAt(end)) && rest.charAt(end) != '?') {
      end++;
    }
    String authority = rest.substring(0, end);
    rest = rest.substring(end);
    if (!takeAuthority(authority)) {
      return null;
    }
    takeQuery();
    if (rest.isEmpty()) {
      if (WebUrl.isSpecial(scheme)) {
        path.add("");
      }
      return build(false);
    }
    return takePath(rest.substring(1)).build(false);
  }

  private boolean takeAuthority(String authority) {
    boolean special = WebUrl.isSpecial(scheme);
    int at = authority.lastIndexOf('@');
    String server = authority.substring(at + 1);
    if (at >= 0) {
      String user = authority.substring(0, at);
      int colon = user.indexOf(':');
      username = Percent.encode(colon < 0 ? user : user.substring(0, colon), Percent.USERINFO);
      password = colon < 0 ? "" : Percent.encode(user.substring(colon + 1), Percent.USERINFO);
    }
    int bracket = server.lastIndexOf(']');
    int colon = server.indexOf(':', Math.max(bracket, 0));
    String name = colon < 0 ? server : server.substring(0, colon);
    if (name.isEmpty() && (special || at >= 0 || colon >= 0)) {
      return false;
    }
    host = name.isEmpty() ? "" : special ? Hosts.parse(name) : Hosts.parseOpaque(name);
    return host != null && (colon < 0 || takePort(server.substring(colon + 1)));
  }

  private boolean takePort(String digits) {
    if (digits.isEmpty()) {
      return true;
    }
    if (!Hosts.isNumber(digits)) {
      return false;
    }
    int number = 0;
    for (int i = 0; i < digits.length() && number <= MAX_PORT; i++) {
      number = 10 * number + digits.charAt(i) - '0';
    }
    if (number > MAX_PORT) {
      return false;
    }
    port = number == WebUrl.defaultPort(scheme) ? null : number;
    return true;
  }

  private @Nullable WebUrl relative(WebUrl from) {
    if (from.opaque()) {
      boolean onlyFragment = rest.isEmpty() && fragment != null && scheme.isEmpty();
      return onlyFragment ? from.withFragment(fragment) : null;
    }
    scheme = from.scheme();
    if (scheme.equals("file")) {
      return file();
    }
    boolean twoSlashes = rest.length() > 1 && isSlash(rest.charAt(0)) && isSlash(rest.charAt(1));
    if (twoSlashes) {
      return WebUrl.isSpecial(scheme) ? special() : afterSlashes();
    }
    username = from.username();
    password = from.password();
    host = from.host();
    port = from.port();
    return relativePath(from);
  }

  private @Nullable WebUrl afterSlashes() {
    rest = rest.substring(2);
    return authority();
  }

  private WebUrl relativePath(WebUrl from) {
    boolean absolute = !rest.isEmpty() && isSlash(rest.charAt(0));
    boolean hadQuery = rest.indexOf('?') >= 0;
    takeQuery();
    if (absolute) {
      return takePath(rest.substring(1)).build(false);
    }
    path.addAll(from.path());
    if (rest.isEmpty()) {
      query = hadQuery ? query : from.query();
      return build(false);
    }
    segments.shorten(scheme);
    return takePath(rest).build(false);
  }

  private @Nullable WebUrl file() {
    WebUrl from = base != null && base.scheme().equals("file") ? base : null;
    host = "";
    if (rest.length() > 1 && isSlash(rest.charAt(0)) && isSlash(rest.charAt(1))) {
      return fileHost();
    }
    if (!rest.isEmpty() && isSlash(rest.charAt(0))) {
      if (from != null) {
        host = from.host();
        boolean drive = Drives.starts(rest.substring(1));
        if (!drive && !from.path().isEmpty() && Drives.isNormal(from.path().getFirst())) {
          path.add(from.path().getFirst());
        }
      }
      takeQuery();
      return takePath(rest.substring(1)).build(false);
    }
    if (from == null) {
      takeQuery();
      return takePath(rest).build(false);
    }
    host = from.host();
    if (Drives.starts(rest)) {
      takeQuery();
      return takePath(rest).build(false);
    }
    return relativePath(from);
  }

  private @Nullable WebUrl fileHost() {
    rest = rest.substring(2);
    int end = 0;
    while (end < rest.length() && !isSlash(rest.charAt(end)) && rest.charAt(end) != '?') {
      end++;
    }
    String name = rest.substring(0, end);
    if (Drives.isDrive(name)) {
      takeQuery();
      return takePath(rest).build(false);
    }
    if (!name.isEmpty()) {
      host = Hosts.parse(name);
      if (host == null) {
        return null;
      }
      host = host.equals("localhost") ? "" : host;
    }
    rest = rest.substring(end);
    takeQuery();
    return takePath(rest.isEmpty() ? "" : rest.substring(1)).build(false);
  }

  private UrlParser takePath(String text) {
    segments.take(text, scheme);
    return this;
  }

  private WebUrl build(boolean opaque) {
    return new WebUrl(scheme, username, password, host, port, path, opaque, query, fragment);
  }
}
