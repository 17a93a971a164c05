package io.dateline.ingest.sitemap;

import io.dateline.ingest.feed.FeedDate;
import io.dateline.ingest.feed.XmlText;
import io.dateline.ingest.url.WebUrl;
import io.dateline.model.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to a sitemap (sitemaps.org 0.9 and Google's news extension). Tolerant: what can be read of
 * a broken document is kept. Entities of a document type are never expanded.
 */
public final class SitemapReader {

  /** Most addresses of one document, as the protocol has it; later ones are left out. */
  public static final int MAX_URLS = 50_000;

  /** Most bytes of one document after decompression, as the protocol has it. */
  public static final int MAX_BYTES = 50 * 1024 * 1024;

  private static final int MAX_DEPTH = 512;

  private static final Pattern ENTITY = Pattern.compile("&\\w+;");

  private SitemapReader() {}

  /** Whether the bytes look like a sitemap rather than a feed. */
  public static boolean isSitemap(byte[] bytes, @Nullable String contentType) {
    int length = Math.min(bytes.length, 4_096);
    byte[] head = Arrays.copyOf(bytes, length);
    String text = XmlText.decode(head, contentType).toLowerCase(Locale.ROOT);
    return text.contains("<urlset") || text.contains("<sitemapindex") || text.contains(":urlset");
  }

  /**
   * Reads a sitemap.
   *
   * @param bytes as served; a gzip file is unpacked
   * @param contentType the HTTP header, when there was one
   * @param url where it comes from
   */
  public static SitemapResult read(byte[] bytes, @Nullable String contentType, String url) {
    byte[] plain;
    try {
      plain = isGzip(bytes) ? unzip(bytes) : bytes;
    } catch (IOException e) {
      return new SitemapResult.Bad(Reason.BAD_BODY, "broken gzip: " + e.getMessage());
    }
    if (plain.length > MAX_BYTES) {
      return new SitemapResult.Bad(Reason.TOO_LARGE, "more than " + MAX_BYTES + " bytes");
    }
    String text = XmlText.decode(plain, contentType).stripLeading();
    if (text.isEmpty()) {
      return new SitemapResult.Bad(Reason.EMPTY, "the sitemap is empty");
    }
    return text.charAt(0) == '<' ? xml(text, url) : lines(text);
  }

  private static boolean isGzip(byte[] bytes) {
    return bytes.length > 1 && (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B;
  }

  /** At most one byte more than the limit. */
  private static byte[] unzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] chunk = new byte[64 * 1024];
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      int n = in.read(chunk);
      while (n >= 0 && out.size() <= MAX_BYTES) {
        out.write(chunk, 0, n);
        n = in.read(chunk);
      }
    }
    return out.toByteArray();
  }

  private static SitemapResult lines(String text) {
    List<SitemapUrl> urls = new ArrayList<>();
    for (String line : text.split("\\R")) {
      String url = line.strip();
      if (isWeb(url) && urls.size() < MAX_URLS) {
        urls.add(new SitemapUrl(url, null, null, null, null));
      }
    }
    return urls.isEmpty()
        ? new SitemapResult.Bad(Reason.BAD_FEED, "neither XML nor a list of addresses")
        : new SitemapResult.Pages(urls);
  }

  private static boolean isWeb(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://");
  }

  private static SitemapResult xml(String text, String url) {
    Document document = Jsoup.parse(text, url, Parser.xmlParser().setMaxDepth(MAX_DEPTH));
    Entries pages = new Entries(url);
    Entries sitemaps = new Entries(url);
    boolean root = false;
    for (Element element : document.getAllElements()) {
      switch (name(element)) {
        case "urlset", "sitemapindex" -> root = true;
        case "url" -> pages.add(element);
        case "sitemap" -> sitemaps.add(element);
        default -> {
          // other elements are read with the entry they stand in
        }
      }
    }
    if (!sitemaps.found.isEmpty()) {
      return new SitemapResult.Index(List.copyOf(sitemaps.found.values()));
    }
    if (!pages.found.isEmpty() || root) {
      return new SitemapResult.Pages(List.copyOf(pages.found.values()));
    }
    return new SitemapResult.Bad(Reason.BAD_FEED, "XML, but no sitemap");
  }

  /** The entries of one kind, each address once, as many as the protocol allows. */
  private static final class Entries {
    private final @Nullable WebUrl base;
    private final Map<String, SitemapUrl> found = new LinkedHashMap<>();

    Entries(String base) {
      this.base = WebUrl.parse(base);
    }

    void add(Element entry) {
      boolean named = false;
      for (Element child : entry.children()) {
        if (found.size() < MAX_URLS && name(child).equals("loc")) {
          named = true;
          add(entry, child.text()); // several in one entry: the ends in between are lost
        }
      }
      if (!named && found.size() < MAX_URLS) {
        add(entry, entry.ownText());
      }
    }

    private void add(Element entry, String written) {
      String loc = address(written.strip());
      if (loc == null || !isWeb(loc) || found.containsKey(loc)) {
        return;
      }
      Element news = element(entry, "news");
      Element publication = news == null ? null : element(news, "publication");
      found.put(
          loc,
          new SitemapUrl(
              loc,
              FeedDate.parse(child(entry, "lastmod")),
              news == null ? null : child(news, "title"),
              news == null ? null : FeedDate.parse(child(news, "publication_date")),
              publication == null ? null : child(publication, "language")));
    }

    private @Nullable String address(String written) {
      boolean entity = written.startsWith("&") && ENTITY.matcher(written).matches();
      if (written.isEmpty() || entity) {
        return null; // entities are never expanded
      }
      WebUrl resolved = base == null ? WebUrl.parse(written) : base.resolve(written);
      return resolved == null ? null : resolved.href();
    }
  }

  private static @Nullable String child(Element parent, String name) {
    Element found = element(parent, name);
    String text = found == null ? "" : found.text().strip();
    return text.isEmpty() ? null : text;
  }

  private static @Nullable Element element(Element parent, String name) {
    for (Element child : parent.children()) {
      if (name(child).equals(name)) {
        return child;
      }
    }
    return null;
  }

  private static String name(Element element) {
    return element.tag().localName().toLowerCase(Locale.ROOT);
  }
}
