package io.dateline.model.ninjs;

import io.dateline.model.Article;

/** Articles to and from strict IPTC ninjs 3.1. */
public final class ArticleCodec {

  private ArticleCodec() {}

  /** The article as ninjs 3.1 in UTF-8. */
  public static byte[] toJson(Article article) {
    return Json.write(ArticleWriter.write(article));
  }

  /**
   * Reads a ninjs 2 or 3 text item; fields it does not know are ignored.
   *
   * @throws CodecException when the bytes are not JSON, or not ninjs with a uri
   */
  public static Article fromJson(byte[] bytes) throws CodecException {
    return ArticleReader.read(Json.read(bytes));
  }
}
