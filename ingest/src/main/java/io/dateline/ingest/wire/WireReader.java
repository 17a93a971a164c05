package io.dateline.ingest.wire;

import io.dateline.ingest.feed.XmlText;
import io.dateline.model.Reason;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Tells what a delivered file is and reads its text items. */
public final class WireReader {

  /** Largest file taken, in bytes. */
  public static final int MAX_BYTES = 10 * 1024 * 1024;

  /** Most items taken out of one file. */
  static final int MAX_ITEMS = 1_000;

  /** Deepest markup and JSON. */
  static final int MAX_DEPTH = 200;

  private static final Pattern LAST_TAG = Pattern.compile("</([\\w:.-]+)\\s*>\\s*$");
  private static final Pattern TRAILER =
      Pattern.compile("(?:<!--[^>]{0,2000}-->|<\\?[^>]*\\?>)\\s*$");
  private static final Pattern SUBSET =
      Pattern.compile("<!DOCTYPE[^>\\[]{0,2000}\\[.*?\\]\\s*>", Pattern.DOTALL);

  private WireReader() {}

  /** Reads the bytes of one file. */
  public static WireFile read(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      return new WireFile.Bad(Reason.TOO_LARGE, bytes.length + " bytes, limit " + MAX_BYTES);
    }
    String text = XmlText.decode(bytes, null).strip();
    if (text.isEmpty()) {
      return new WireFile.Unfinished("the file is empty");
    }
    return text.charAt(0) == '{' || text.charAt(0) == '[' ? NinjsItems.read(text) : xml(text);
  }

  private static WireFile xml(String text) {
    if (text.charAt(0) != '<') {
      return bad("neither XML nor JSON");
    }
    // document types are never expanded
    String safe = SUBSET.matcher(text).replaceFirst("");
    Document document = Jsoup.parse(safe, "", Parser.xmlParser().setMaxDepth(MAX_DEPTH));
    Element root = document.firstElementChild();
    if (root == null) {
      return bad("XML without an element");
    }
    if (!isWhole(safe, root.tagName())) {
      return new WireFile.Unfinished("the file does not end with </" + root.tagName() + ">");
    }
    return switch (Nodes.name(root)) {
      case "newsmessage",
          "newsitem",
          "packageitem",
          "conceptitem",
          "knowledgeitem",
          "planningitem" ->
          NewsMlItems.read(root);
      case "nitf" -> NitfItem.read(root);
      case "newsml" -> bad("NewsML 1 is not read; NewsML-G2 is");
      default -> bad("<" + root.tagName() + "> is neither NewsML-G2 nor NITF");
    };
  }

  /** Whether the last tag closes the root: tolerant parsing would hide a file cut short. */
  private static boolean isWhole(String text, String root) {
    String end = text.substring(Math.max(0, text.length() - 4_000));
    for (Matcher m = TRAILER.matcher(end); m.find(); m = TRAILER.matcher(end)) {
      end = end.substring(0, m.start());
    }
    Matcher last = LAST_TAG.matcher(end);
    return last.find()
        && last.group(1).toLowerCase(Locale.ROOT).equals(root.toLowerCase(Locale.ROOT));
  }

  static WireFile.Bad bad(String detail) {
    return new WireFile.Bad(Reason.BAD_WIRE_FILE, detail);
  }
}
