package io.dateline.query;

import io.dateline.query.QueryLexer.Kind;
import io.dateline.query.QueryLexer.Token;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the query language, a subset of Lucene's. Words side by side must all be there.
 *
 * <pre>
 * query  = or
 * or     = and { "OR" and }
 * and    = unary { [ "AND" ] unary }
 * unary  = { "NOT" | "-" } primary
 * primary = [ field ":" ] ( "(" or ")" | phrase [ "~" number ] | word [ "*" ] )
 *         | "date:" ( day | "[" time "TO" time "]" )
 * </pre>
 */
final class QueryParser {

  /** Longest query, in UTF-16 units. */
  static final int MAX_CHARS = 4_000;

  /** Deepest nesting of parentheses and NOT. */
  static final int MAX_DEPTH = 50;

  /** Most words, phrases and prefixes. */
  static final int MAX_TERMS = 200;

  /** Farthest apart the words of a phrase may be said to stand. */
  static final int MAX_SLOP = 100;

  private final List<Token> tokens;
  private int next;
  private int depth;
  private int terms;

  private QueryParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** What a query says; throws {@link Syntax} where it is wrong. */
  static Node parse(String query) {
    if (query.length() > MAX_CHARS) {
      throw new Syntax(MAX_CHARS, "more text", "at most " + MAX_CHARS + " characters");
    }
    QueryParser parser = new QueryParser(new QueryLexer(query).tokens());
    Node node = parser.or(null);
    if (parser.peek().kind() != Kind.END) {
      throw parser.wrong("a word, AND, OR, NOT or the end");
    }
    return node;
  }

  private Node or(@Nullable Field field) {
    List<Node> parts = new ArrayList<>();
    parts.add(and(field));
    while (take(Kind.OR)) {
      parts.add(and(field));
    }
    return parts.size() == 1 ? parts.get(0) : new Node.Or(parts);
  }

  private Node and(@Nullable Field field) {
    List<Node> parts = new ArrayList<>();
    parts.add(unary(field));
    while (true) {
      Kind kind = peek().kind();
      if (kind == Kind.AND) {
        next++;
      } else if (kind == Kind.OR || kind == Kind.CLOSE || kind == Kind.END) {
        return parts.size() == 1 ? parts.get(0) : new Node.And(parts);
      }
      parts.add(unary(field));
    }
  }

  private Node unary(@Nullable Field field) {
    if (take(Kind.NOT) || take(Kind.MINUS)) {
      deeper();
      Node node = new Node.Not(unary(field));
      depth--;
      return node;
    }
    return primary(field);
  }

  private Node primary(@Nullable Field field) {
    Token token = peek();
    return switch (token.kind()) {
      case OPEN -> group(field);
      case WORD -> isQcode(field) ? qcode() : followedByColon() ? fielded(field) : value(field);
      case PHRASE -> value(field);
      case FROM -> field == Field.DATE ? range() : fail("a word; [ TO ] is for date: only");
      case CLOSE, COLON, TO_END, TILDE, MINUS, AND, OR, NOT, END ->
          fail("a word, a \"phrase\", a field or '('");
    };
  }

  private Node group(@Nullable Field field) {
    next++;
    deeper();
    Node node = or(field);
    if (!take(Kind.CLOSE)) {
      return fail("')'");
    }
    depth--;
    return node;
  }

  private boolean isQcode(@Nullable Field field) {
    return field == Field.TOPIC && peek().text().equals("medtop") && followedByColon();
  }

  private Node qcode() {
    Token scheme = peek();
    next += 2;
    if (peek().kind() != Kind.WORD) {
      return fail("eight digits");
    }
    return new Node.Word(Field.TOPIC, "medtop:" + tokens.get(next++).text(), scheme.at());
  }

  private Node fielded(@Nullable Field outer) {
    Token name = peek();
    Field field =
        Field.of(name.text())
            .orElseThrow(() ->
                new Syntax(
                    name.at(),
                    "the field '" + name.text() + "'",
                    "one of the fields " + Field.names() + "; or put it in quotes"));
    if (outer != null) {
      return fail("no field inside the parentheses of " + outer.id() + ":");
    }
    next += 2;
    if (peek().kind() == Kind.END || peek().at() > tokens.get(next - 1).end()) {
      return fail("a value right behind " + field.id() + ":");
    }
    return primary(field);
  }

  private Node value(@Nullable Field field) {
    Token token = tokens.get(next++);
    if (++terms > MAX_TERMS) {
      throw new Syntax(token.at(), "one word more", "at most " + MAX_TERMS + " words");
    }
    if (field == Field.DATE) {
      Instant from = time(token.text(), token.at(), false);
      return new Node.Between(from, time(token.text(), token.at(), true));
    }
    if (token.kind() == Kind.PHRASE) {
      return new Node.Phrase(field, token.text(), slop(), token.at());
    }
    if (token.wild() && token.text().isEmpty()) {
      throw new Syntax(token.at(), "'*' alone", "the beginning of a word in front of it");
    }
    return token.wild()
        ? new Node.Prefix(field, token.text(), token.at())
        : new Node.Word(field, token.text(), token.at());
  }

  private int slop() {
    if (!take(Kind.TILDE)) {
      return 0;
    }
    Token number = tokens.get(next++);
    if (number.kind() == Kind.WORD && number.text().matches("[0-9]{1,3}")) {
      int slop = Integer.parseInt(number.text());
      if (slop <= MAX_SLOP) {
        return slop;
      }
    }
    throw new Syntax(
        number.at(), "'" + number.text() + "'", "a number from 0 to " + MAX_SLOP + " behind ~");
  }

  private Node range() {
    next++;
    Instant from = bound(false);
    Token to = tokens.get(next++);
    if (!to.text().equals("TO")) {
      throw new Syntax(to.at(), "'" + to.text() + "'", "TO");
    }
    Instant until = bound(true);
    if (!take(Kind.TO_END)) {
      return fail("']'");
    }
    return new Node.Between(from, until);
  }

  private @Nullable Instant bound(boolean end) {
    StringBuilder text = new StringBuilder();
    int at = peek().at();
    boolean open = peek().wild() && peek().text().isEmpty();
    // a time holds colons, which are signs of their own
    while ((peek().kind() == Kind.WORD || peek().kind() == Kind.COLON)
        && (peek().at() == at || peek().at() == tokens.get(next - 1).end())) {
      text.append(tokens.get(next++).text());
    }
    return open ? null : time(text.toString(), at, end);
  }

  /** A time; a whole day ends with its last moment, so that both ends of a range are inclusive. */
  private static Instant time(String text, int at, boolean end) {
    try {
      if (text.length() == "2026-01-31".length()) {
        LocalDate day = LocalDate.parse(text).plusDays(end ? 1 : 0);
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      Instant instant = OffsetDateTime.parse(text).toInstant();
      return end ? instant.plusMillis(1) : instant;
    } catch (DateTimeException e) {
      throw new Syntax(
          at, "'" + text + "'", "a day such as 2026-01-31 or a time such as 2026-01-31T12:00:00Z");
    }
  }

  private boolean followedByColon() {
    return tokens.get(next + 1).kind() == Kind.COLON
        && tokens.get(next + 1).at() == tokens.get(next).end();
  }

  private Token peek() {
    return tokens.get(next);
  }

  private boolean take(Kind kind) {
    boolean found = peek().kind() == kind;
    next += found ? 1 : 0;
    return found;
  }

  private void deeper() {
    if (++depth > MAX_DEPTH) {
      throw new Syntax(peek().at(), "one level more", "at most " + MAX_DEPTH + " levels");
    }
  }

  private Node fail(String expected) {
    throw wrong(expected);
  }

  private Syntax wrong(String expected) {
    Token token = peek();
    String found = token.kind() == Kind.END ? "the end" : "'" + token.text() + "'";
    return new Syntax(token.at(), found, expected);
  }
}
