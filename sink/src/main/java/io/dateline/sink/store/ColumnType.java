package io.dateline.sink.store;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The types of our columns, and their values in PostgreSQL's binary form. */
enum ColumnType {
  /** A {@link UUID}. */
  ID("uuid") {
    @Override
    void write(DataOutputStream out, Object value) throws IOException {
      UUID id = (UUID) value;
      out.writeInt(2 * Long.BYTES);
      out.writeLong(id.getMostSignificantBits());
      out.writeLong(id.getLeastSignificantBits());
    }
  },
  /** An {@link Integer}. */
  INT("integer") {
    @Override
    void write(DataOutputStream out, Object value) throws IOException {
      out.writeInt(Integer.BYTES);
      out.writeInt((Integer) value);
    }
  },
  /** An {@link Integer} that fits 16 bits. */
  SHORT("smallint") {
    @Override
    void write(DataOutputStream out, Object value) throws IOException {
      out.writeInt(Short.BYTES);
      out.writeShort((Integer) value);
    }
  },
  /** A {@link Long}. */
  LONG("bigint") {
    @Override
    void write(DataOutputStream out, Object value) throws IOException {
      out.writeInt(Long.BYTES);
      out.writeLong((Long) value);
    }
  },
  /** A {@link Boolean}. */
  FLAG("boolean") {
    @Override
    void write(DataOutputStream out, Object value) throws IOException {
      out.writeInt(1);
      out.writeBoolean((Boolean) value);
    }
  },
  /** Any object's text. */
  TEXT("text") {
    @Override
    void write(DataOutputStream out, Object value) throws IOException {
      writeText(out, value);
    }
  },
  /** A list of texts. */
  TEXTS("text[]") {
    @Override
    void write(DataOutputStream out, Object value) throws IOException {
      writeTexts(out, (List<?>) value);
    }

    @Override
    String literal(Object value) {
      return ((List<?>) value)
          .stream().map(Object::toString).collect(Collectors.joining(SEPARATOR));
    }
  },
  /** An {@link Instant}, to the microsecond. */
  TIME("timestamptz") {
    @Override
    void write(DataOutputStream out, Object value) throws IOException {
      out.writeInt(Long.BYTES);
      out.writeLong(ChronoUnit.MICROS.between(POSTGRES_EPOCH, (Instant) value));
    }
  },
  /** UTF-8 bytes of JSON. */
  JSON("json") {
    @Override
    void write(DataOutputStream out, Object value) throws IOException {
      byte[] bytes = (byte[]) value;
      out.writeInt(bytes.length);
      out.write(bytes);
    }

    @Override
    String literal(Object value) {
      return new String((byte[]) value, StandardCharsets.UTF_8);
    }
  };

  /** Parts the elements of a text array inside one text. */
  static final String SEPARATOR = "\u001f";

  private static final Instant POSTGRES_EPOCH = Instant.parse("2000-01-01T00:00:00Z");
  private static final int TEXT_OID = 25;

  private final String sql;

  ColumnType(String sql) {
    this.sql = sql;
  }

  /** Its name in SQL. */
  String sql() {
    return sql;
  }

  /** Writes length and value in the binary form of COPY. */
  abstract void write(DataOutputStream out, Object value) throws IOException;

  /** The value as a text that PostgreSQL casts to the type. */
  String literal(Object value) {
    return value.toString();
  }

  private static void writeText(DataOutputStream out, Object value) throws IOException {
    byte[] bytes = text(value.toString()).getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static void writeTexts(DataOutputStream out, List<?> values) throws IOException {
    List<byte[]> elements = new ArrayList<>();
    int length = 5 * Integer.BYTES;
    for (Object value : values) {
      byte[] bytes = text(value.toString()).getBytes(StandardCharsets.UTF_8);
      elements.add(bytes);
      length += Integer.BYTES + bytes.length;
    }
    if (elements.isEmpty()) {
      out.writeInt(3 * Integer.BYTES);
      out.writeInt(0);
      out.writeInt(0);
      out.writeInt(TEXT_OID);
      return;
    }
    out.writeInt(length);
    out.writeInt(1);
    out.writeInt(0);
    out.writeInt(TEXT_OID);
    out.writeInt(elements.size());
    out.writeInt(1);
    for (byte[] element : elements) {
      out.writeInt(element.length);
      out.write(element);
    }
  }

  /** A text as PostgreSQL takes it: it has no NUL, and UTF-8 no half surrogates. */
  static String text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        return wellFormed(text);
      }
    }
    return text;
  }

  private static String wellFormed(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c != 0)
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
