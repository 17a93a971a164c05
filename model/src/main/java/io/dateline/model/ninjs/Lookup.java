package io.dateline.model.ninjs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds elements of ninjs arrays by what their role or rel says. */
final class Lookup {

  private Lookup() {}

  /** The first value that is not of the role left out; markup of other tools becomes plain text. */
  static @Nullable String firstPlain(JsonNode root, String array, String leftOut)
      throws CodecException {
    String html = null;
    for (JsonNode element : Json.array(root, array)) {
      String value = Json.text(element, "value");
      if (value == null || leftOut.equals(Json.text(element, "role"))) {
        continue;
      }
      String type = Json.text(element, "contentType");
      if (type == null || type.toLowerCase(Locale.ROOT).startsWith("text/plain")) {
        return value;
      }
      html = html == null ? value : html;
    }
    return html == null ? null : ForeignMarkup.toPlain(html);
  }

  static @Nullable String byRole(JsonNode root, String array, String key, String role, String field)
      throws CodecException {
    for (JsonNode element : Json.array(root, array)) {
      if (role.equals(Json.text(element, key))) {
        return Json.text(element, field);
      }
    }
    return null;
  }

  static List<String> namesByRel(JsonNode root, String array, String rel) throws CodecException {
    List<String> names = new ArrayList<>();
    for (JsonNode element : Json.array(root, array)) {
      String name = Json.text(element, "name");
      if (name != null && rel.equals(Json.text(element, "rel"))) {
        names.add(name);
      }
    }
    return names;
  }
}
