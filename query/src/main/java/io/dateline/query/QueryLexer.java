package io.dateline.query;

import java.util.ArrayList;
import java.util.List;

/** Cuts a query into its signs, words and phrases. */
final class QueryLexer {

  /** What a piece of a query is. */
  enum Kind {
    WORD,
    PHRASE,
    OPEN,
    CLOSE,
    COLON,
    FROM,
    TO_END,
    TILDE,
    MINUS,
    AND,
    OR,
    NOT,
    END
  }

  /**
   * A piece.
   *
   * @param kind what it is
   * @param text its words, without quotes and escapes
   * @param at where it begins
   * @param end one behind where it ends
   * @param wild whether a word ends in an asterisk of its own
   */
  record Token(Kind kind, String text, int at, int end, boolean wild) {}

  private final String query;
  private int at;

  QueryLexer(String query) {
    this.query = query;
  }

  List<Token> tokens() {
    List<Token> tokens = new ArrayList<>();
    while (true) {
      while (at < query.length() && isSpace(query.charAt(at))) {
        at++;
      }
      if (at == query.length()) {
        tokens.add(new Token(Kind.END, "the end", at, at, false));
        return tokens;
      }
      tokens.add(next());
    }
  }

  private Token next() {
    char c = query.charAt(at);
    boolean startsWord = at == 0 || isSpace(query.charAt(at - 1)) || query.charAt(at - 1) == '(';
    return switch (c) {
      case '(' -> sign(Kind.OPEN);
      case ')' -> sign(Kind.CLOSE);
      case ':' -> sign(Kind.COLON);
      case '[' -> sign(Kind.FROM);
      case ']' -> sign(Kind.TO_END);
      case '~' -> sign(Kind.TILDE);
      case '"' -> phrase();
      case '-' -> startsWord ? sign(Kind.MINUS) : word();
      default -> word();
    };
  }

  private Token sign(Kind kind) {
    Token token = new Token(kind, query.substring(at, at + 1), at, at + 1, false);
    at++;
    return token;
  }

  private Token phrase() {
    int start = at++;
    StringBuilder text = new StringBuilder();
    while (at < query.length() && query.charAt(at) != '"') {
      if (query.charAt(at) == '\\' && at + 1 < query.length()) {
        at++;
      }
      text.append(query.charAt(at++));
    }
    if (at == query.length()) {
      throw new Syntax(start, "a quote that does not end", "a closing quote");
    }
    at++;
    return new Token(Kind.PHRASE, text.toString(), start, at, false);
  }

  private Token word() {
    int start = at;
    StringBuilder text = new StringBuilder();
    boolean wild = false;
    while (at < query.length() && !isSpace(query.charAt(at)) && !isSign(query.charAt(at))) {
      char c = query.charAt(at);
      if (wild) {
        throw new Syntax(at - 1, "'*' inside a word", "an asterisk at the end of a word only");
      }
      if (c == '\\' && at + 1 < query.length()) {
        at++;
        text.append(query.charAt(at));
      } else if (c == '*') {
        wild = true;
      } else {
        text.append(c);
      }
      at++;
    }
    String raw = query.substring(start, at);
    Kind kind =
        switch (raw) {
          case "AND", "&&" -> Kind.AND;
          case "OR", "||" -> Kind.OR;
          case "NOT", "!" -> Kind.NOT;
          default -> Kind.WORD;
        };
    return new Token(kind, text.toString(), start, at, wild);
  }

  private static boolean isSign(char c) {
    return "()\":[]~".indexOf(c) >= 0;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00A0' || c == '\u3000';
  }
}
