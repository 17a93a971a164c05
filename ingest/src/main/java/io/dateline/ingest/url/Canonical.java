package io.dateline.ingest.url;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One spelling for addresses of the same page: no fragment, no user, no tracking parameters, one
 * percent-encoding. Order of parameters, trailing slashes, "www" and scheme stay as they are: they
 * can lead to other pages.
 */
final class Canonical {

  /** Parameters that only tell where a visitor came from. */
  private static final Set<String> TRACKING =
      Set.of(
          "fbclid",
          "gclid",
          "gclsrc",
          "dclid",
          "gbraid",
          "wbraid",
          "msclkid",
          "yclid",
          "twclid",
          "ttclid",
          "igshid",
          "igsh",
          "mc_cid",
          "mc_eid",
          "mkt_tok",
          "_hsenc",
          "_hsmi",
          "__hssc",
          "__hstc",
          "__hsfp",
          "hsctatracking",
          "oly_anon_id",
          "oly_enc_id",
          "vero_id",
          "vero_conv",
          "wickedid",
          "rb_clickid",
          "s_cid",
          "xtor",
          "wt_mc",
          "wt.mc_id",
          "ocid",
          "cmpid",
          "ns_source",
          "ns_mchannel",
          "ns_campaign",
          "ns_linkname",
          "ns_fee",
          "at_medium",
          "at_campaign",
          "at_format",
          "at_link_id",
          "at_link_origin",
          "at_link_type",
          "at_ptr_name",
          "at_bbc_team",
          "yptr",
          "soc_src",
          "soc_trk",
          "guccounter",
          "guce_referrer",
          "guce_referrer_sig",
          "_openstat",
          "spm",
          "ref_src",
          "ref_url",
          "cvid",
          "jsessionid",
          "phpsessid",
          "sessionid",
          "aspsessionid",
          "zanpid",
          "fb_action_ids",
          "fb_action_types",
          "fb_source",
          "fb_ref",
          "action_object_map",
          "action_type_map",
          "action_ref_map",
          "srsltid",
          "cx_testid",
          "cx_testvariant",
          "cx_artpos",
          "sh_kit",
          "mbid",
          "trk_contact",
          "trk_msg",
          "trk_module",
          "trk_sid",
          "ml_subscriber",
          "ml_subscriber_hash",
          "rss_feed",
          "_branch_match_id",
          "_branch_referrer",
          "hmb_campaign",
          "hmb_medium",
          "hmb_source",
          "itm_source",
          "itm_medium",
          "itm_campaign",
          "itm_content",
          "itm_channel",
          "itm_audience",
          "piwik_campaign",
          "piwik_kwd",
          "piwik_keyword");

  private static final Pattern TRACKING_PREFIX =
      Pattern.compile("(?:utm_|mtm_|pk_|matomo_|hsa_|sc_|_ga|__s$|ga_).*");
  private static final Pattern SESSION_PATH =
      Pattern.compile(";(?:jsessionid|phpsessid|sid)=[^/?;]*", Pattern.CASE_INSENSITIVE);

  private static final Pattern DOMAIN =
      Pattern.compile("(?:[a-z0-9-]+\\.)+[a-z]{2,}", Pattern.CASE_INSENSITIVE);

  /** Octets that mean the same encoded or not. */
  private static final String PLAIN_IN_PATH = "()!:@=,*'";

  private static final String PLAIN_IN_QUERY = "()!:@,*";

  /** A percent sign encoded again and again. */
  private static final Pattern REPEATED = Pattern.compile("%25(?:25)+");

  private Canonical() {}

  static WebUrl of(WebUrl url) {
    List<String> path = new ArrayList<>();
    for (String segment : url.path()) {
      String bare =
          segment.indexOf(';') < 0 ? segment : SESSION_PATH.matcher(segment).replaceAll("");
      path.add(encoding(bare, PLAIN_IN_PATH, ""));
    }
    List<String> joined = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      boolean empty = path.get(i).isEmpty();
      if (!empty || i == path.size() - 1) {
        joined.add(path.get(i));
      }
    }
    String fragment = url.fragment();
    boolean state = fragment != null && fragment.startsWith("!"); // another page for its script
    return hostWithoutDot(url).with(joined, query(url.query()), state ? fragment : null);
  }

  private static WebUrl hostWithoutDot(WebUrl url) {
    String host = url.host();
    if (host == null || !host.endsWith(".")) {
      return url;
    }
    String bare = host.replaceFirst("\\.+$", "");
    return new WebUrl(
        url.scheme(),
        url.username(),
        url.password(),
        bare.isEmpty() ? "0.0.0.0" : bare,
        url.port(),
        url.path(),
        url.opaque(),
        url.query(),
        url.fragment());
  }

  private static @Nullable String query(@Nullable String query) {
    if (query == null || query.isEmpty()) {
      return null;
    }
    List<String> kept = new ArrayList<>();
    for (String pair : query.replace("&amp;", "&").split("&")) {
      int equals = pair.indexOf('=');
      String name = Percent.decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      if (!pair.isEmpty() && !isTracking(name) && !isReferrer(name, value)) {
        String whole = value.isEmpty() && equals > 0 ? pair.substring(0, equals) : pair;
        kept.add(encoding(whole, PLAIN_IN_QUERY, "{}|^`\\[]").replace("%20", "+"));
      }
    }
    kept.sort(Comparator.comparing(pair -> pair.substring(0, nameEnd(pair))));
    return kept.isEmpty() ? null : String.join("&", kept);
  }

  private static int nameEnd(String pair) {
    int equals = pair.indexOf('=');
    return equals < 0 ? pair.length() : equals;
  }

  /** "ref=example.com" names the site the visitor came from. */
  private static boolean isReferrer(String name, String value) {
    return name.equalsIgnoreCase("ref") && DOMAIN.matcher(value).matches();
  }

  static boolean isTracking(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return TRACKING.contains(lower) || TRACKING_PREFIX.matcher(lower).matches();
  }

  /** Unreserved octets decoded, all others in upper-case hexadecimal. */
  private static String encoding(String text, String plain, String encoded) {
    if (text.indexOf('%') < 0 && encoded.chars().allMatch(c -> text.indexOf(c) < 0)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int octet = Percent.octetAt(text, i);
      if (octet < 0) {
        char c = text.charAt(i);
        if (c == '%' || encoded.indexOf(c) >= 0) {
          Percent.octet(out, c);
        } else {
          out.append(c);
        }
        continue;
      }
      if (isUnreserved(octet) || plain.indexOf(octet) >= 0) {
        out.append((char) octet);
      } else {
        Percent.octet(out, octet);
      }
      i += 2;
    }
    return REPEATED.matcher(out).replaceAll("%25");
  }

  private static boolean isUnreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._~".indexOf(c) >= 0;
  }
}
