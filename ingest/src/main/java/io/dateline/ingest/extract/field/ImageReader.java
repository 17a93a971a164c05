package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.body.CreditReader;
import io.dateline.ingest.extract.meta.LdNode;
import io.dateline.ingest.extract.meta.MetaTags;
import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Box;
import io.dateline.ingest.extract.scan.Page;
import io.dateline.ingest.extract.scan.Role;
import io.dateline.model.Image;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads the pictures of an article, caption and credit apart. */
public final class ImageReader {

  private static final int MAX_IMAGES = 30;
  private static final int MAX_CAPTION_WORDS = 120;
  private static final int MAX_URI_CHARS = 2_048;
  private static final String[] SOURCES = {"src", "data-src", "data-original", "data-lazy-src"};

  private final CreditReader credits;

  /** Parts captions with the reader given. */
  public ImageReader(CreditReader credits) {
    this.credits = credits;
  }

  /**
   * Pictures from the headline to the end of the body, and the one the page shows of itself.
   *
   * @param from first block of the article
   * @param to one behind its last block
   */
  public List<Image> read(
      Page page, MetaTags metas, @Nullable LdNode article, String url, int from, int to) {
    Map<String, Image> images = new LinkedHashMap<>();
    for (Page.Spot spot : page.images()) {
      if (spot.block() >= from && spot.block() <= to && images.size() < MAX_IMAGES) {
        Image image = image(page, spot, url);
        if (image != null) {
          images.putIfAbsent(image.uri(), image);
        }
      }
    }
    addLead(metas, article, url, images);
    return List.copyOf(images.values());
  }

  private void addLead(
      MetaTags metas, @Nullable LdNode article, String url, Map<String, Image> images) {
    String lead = absolute(url, metas.first("og:image", "twitter:image"));
    if (article != null) {
      for (LdNode node : article.nodes("image")) {
        String uri = absolute(url, node.text("url"));
        String caption = node.text("caption");
        if (uri != null && caption != null && images.isEmpty()) {
          CreditReader.Parted parted = credits.part(caption);
          images.put(uri, new Image(uri, parted.caption(), parted.credit(), parted.sources()));
        }
      }
    }
    if (lead != null && images.isEmpty()) {
      images.put(lead, new Image(lead, null, null, List.of()));
    }
  }

  private @Nullable Image image(Page page, Page.Spot spot, String url) {
    Box figure = figure(spot.box());
    String uri = figure == null ? null : address(spot.element(), url);
    if (uri == null || figure == null) {
      return null;
    }
    StringBuilder caption = new StringBuilder();
    String credit = null;
    int end = Math.min(figure.endBlock(), figure.firstBlock() + 6);
    for (int i = figure.firstBlock(); i < end; i++) {
      Block block = page.blocks().get(i);
      if (block.box().nearest(Role.CREDIT) != null || credits.isCredit(block.text())) {
        credit = credit == null ? block.text() : credit;
      } else if (block.words() <= MAX_CAPTION_WORDS) {
        caption.append(caption.isEmpty() ? "" : " ").append(block.text());
      }
    }
    CreditReader.Parted parted = credits.part(caption.toString());
    if (credit == null) {
      return parted.caption() == null && parted.credit() == null
          ? null
          : new Image(uri, parted.caption(), parted.credit(), parted.sources());
    }
    return new Image(uri, parted.caption(), credit, credits.sources(credit));
  }

  /** The nearest box around a picture that is a figure or named for its caption. */
  private static @Nullable Box figure(Box from) {
    Box at = from;
    for (int i = 0; i < 5 && at != null; i++) {
      boolean small = at.words() > 0 && at.words() <= MAX_CAPTION_WORDS && at.runWords() <= 60;
      if (at.tag().equals("figure") || (at.is(Role.CAPTION) && small)) {
        return at;
      }
      at = at.parent();
    }
    return null;
  }

  private static @Nullable String address(Element element, String url) {
    for (String attribute : SOURCES) {
      String value = element.attr(attribute);
      if (!value.isEmpty() && !value.startsWith("data:")) {
        return absolute(url, value);
      }
    }
    return null;
  }

  /** Whether an address needs no resolving: absolute, ASCII, no dots to go up by, no fragment. */
  private static boolean isPlain(String address) {
    int start = address.startsWith("https://") ? 8 : address.startsWith("http://") ? 7 : -1;
    if (start < 0 || address.indexOf('/', start) <= start) {
      return false;
    }
    for (int i = start; i < address.length(); i++) {
      char c = address.charAt(i);
      boolean dots = c == '.' && address.charAt(i - 1) == '/';
      if (c <= ' ' || c > '~' || c == '#' || c == '@' || dots) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String absolute(String url, @Nullable String address) {
    if (address == null || address.length() > MAX_URI_CHARS) {
      return null;
    }
    if (isPlain(address)) {
      return address;
    }
    String resolved = StringUtil.resolve(url, address.strip().replace(" ", "%20"));
    return resolved.startsWith("http") ? resolved : null;
  }
}
