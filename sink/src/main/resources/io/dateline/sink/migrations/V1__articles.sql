-- The store of record. Written by the sink alone, from the channels `enriched` and `rejected`;
-- read by serve and by dashboards. docs/sink.md tells how to read it.

-- Where the sink goes on reading: one row a partition, moved in the transaction that stores the rows.
CREATE TABLE sink_offset (
  channel     text        NOT NULL,
  topic_id    text        NOT NULL,
  partition   integer     NOT NULL,
  next_offset bigint      NOT NULL CHECK (next_offset >= 0),
  moved_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (channel, topic_id, partition)
);
COMMENT ON TABLE sink_offset IS 'next offset to store of each partition; moved by compare-and-set only';
COMMENT ON COLUMN sink_offset.topic_id IS 'Kafka''s id of the topic: a channel made anew starts anew';

-- The id of an article: RFC 9562 version 8 UUID of the first 128 bits of SHA-256 of its uri
-- (the same as ArticleUri.id() in Java).
CREATE FUNCTION article_id(uri text) RETURNS uuid
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN encode(set_byte(set_byte(substring(sha256(convert_to(uri, 'UTF8')) FROM 1 FOR 16),
    6, (get_byte(sha256(convert_to(uri, 'UTF8')), 6) & 15) | 128),
    8, (get_byte(sha256(convert_to(uri, 'UTF8')), 8) & 63) | 128), 'hex')::uuid;

-- The newest version of each article: what lists filter and sort. One row an article.
CREATE TABLE article (
  id                  uuid        PRIMARY KEY,
  uri                 text        NOT NULL,
  version             integer     NOT NULL CHECK (version >= 1),
  status              text        NOT NULL,
  event               text        NOT NULL,
  backfill            boolean     NOT NULL,
  pipeline            text        NOT NULL,
  language            text        NOT NULL,
  source              text,
  section             text,
  headline            text        NOT NULL,
  summary             text,
  located             text,
  authors             text[]      NOT NULL,
  agencies            text[]      NOT NULL,
  topics              text[]      NOT NULL,
  topics_about        text[]      NOT NULL,
  countries           text[]      NOT NULL,
  countries_mentioned text[]      NOT NULL,
  copy_group          text,
  copy_role           text,
  story               text,
  sorted_at           timestamptz NOT NULL,
  first_published_at  timestamptz,
  published_at        timestamptz,
  fetched_at          timestamptz,
  ingested_at         timestamptz NOT NULL,
  stored_at           timestamptz NOT NULL DEFAULT clock_timestamp(),
  channel_partition   integer     NOT NULL,
  channel_offset      bigint      NOT NULL
);
COMMENT ON TABLE article IS 'newest version of each article; its whole JSON is in article_version';
COMMENT ON COLUMN article.id IS 'article_id(uri)';
COMMENT ON COLUMN article.status IS 'usable, withheld or canceled (withdrawn)';
COMMENT ON COLUMN article.event IS 'created, updated, corrected or withdrawn';
COMMENT ON COLUMN article.pipeline IS 'version of the enricher';
COMMENT ON COLUMN article.language IS 'primary subtag of the detected language, und when unknown';
COMMENT ON COLUMN article.topics IS 'Media Topic codes, all broader ones included: topics @> ''{16000000}''';
COMMENT ON COLUMN article.topics_about IS 'Media Topic codes tagged themselves';
COMMENT ON COLUMN article.countries IS 'ISO 3166-1 alpha-2, about';
COMMENT ON COLUMN article.countries_mentioned IS 'ISO 3166-1 alpha-2, mentioned only';
COMMENT ON COLUMN article.copy_group IS 'uri of the article of this text seen first';
COMMENT ON COLUMN article.copy_role IS 'first or copy; null before grouping';
COMMENT ON COLUMN article.sorted_at IS 'newest first: the outlet''s date, never later than ingested_at; ingested_at without one';
COMMENT ON COLUMN article.ingested_at IS 'timestamp of the record';
COMMENT ON COLUMN article.channel_offset IS 'position in the enriched channel';

-- keyset cursor: WHERE (sorted_at, id) < (?, ?) ORDER BY sorted_at DESC, id DESC LIMIT n
CREATE INDEX article_newest ON article (sorted_at DESC, id DESC);
CREATE INDEX article_source ON article (source, sorted_at DESC, id DESC);
CREATE INDEX article_language ON article (language, sorted_at DESC, id DESC);
CREATE INDEX article_copy_group ON article (copy_group) WHERE copy_group IS NOT NULL;
CREATE INDEX article_story ON article (story, sorted_at DESC) WHERE story IS NOT NULL;
CREATE INDEX article_tags ON article USING gin (topics, countries, countries_mentioned);

-- All versions, as they stood on the enriched channel, byte for byte.
CREATE TABLE article_version (
  article_id  uuid        NOT NULL,
  version     integer     NOT NULL CHECK (version >= 1),
  event       text        NOT NULL,
  event_id    text        NOT NULL,
  status      text        NOT NULL,
  pipeline    text        NOT NULL,
  sorted_at   timestamptz NOT NULL,
  ingested_at timestamptz NOT NULL,
  stored_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  doc         json        NOT NULL,
  PRIMARY KEY (article_id, version)
);
-- no compression: pglz costs five times the insert, lz4 is not in every build
ALTER TABLE article_version ALTER COLUMN doc SET STORAGE EXTERNAL;
COMMENT ON TABLE article_version IS 'every version of every article, ninjs + enrichment';
COMMENT ON COLUMN article_version.event_id IS 'ce_id: uri#version#enricher';
COMMENT ON COLUMN article_version.pipeline IS 'version of the enricher; another one replaces the row';
COMMENT ON COLUMN article_version.doc IS 'the record''s value, verbatim';

-- The tags of the newest version.
CREATE TABLE article_tag (
  article_id uuid     NOT NULL,
  kind       text     NOT NULL,
  code       text     NOT NULL,
  relation   text     NOT NULL,
  name       text     NOT NULL,
  confidence smallint NOT NULL CHECK (confidence BETWEEN 0 AND 100),
  rule       text     NOT NULL,
  inferred   boolean  NOT NULL,
  PRIMARY KEY (article_id, kind, code, relation)
);
COMMENT ON TABLE article_tag IS 'tags of the newest version of each article';
COMMENT ON COLUMN article_tag.kind IS 'country or topic';
COMMENT ON COLUMN article_tag.relation IS 'about, mentions or broader';

-- The words that caused the tags of the newest versions. They stand in the documents already, so they
-- are not written once more.
CREATE VIEW article_tag_evidence AS
  SELECT a.id AS article_id, tag->>'kind' AS kind, tag->>'code' AS code, tag->>'rel' AS relation,
         evidence.number, evidence.item->>'words' AS words, evidence.item->>'pointer' AS pointer,
         (evidence.item->>'start')::integer AS start_at, (evidence.item->>'end')::integer AS end_at
    FROM article a
    JOIN article_version v ON v.article_id = a.id AND v.version = a.version
   CROSS JOIN LATERAL json_array_elements(v.doc->'enrichment'->'tags') AS tag
   CROSS JOIN LATERAL json_array_elements(tag->'evidence')
     WITH ORDINALITY AS evidence (item, number);
COMMENT ON VIEW article_tag_evidence IS
  'the words behind each tag; offsets are UTF-16 units in the string at the JSON pointer';

-- What left the line, from the rejected channel and from the sink itself.
CREATE TABLE rejected (
  channel           text        NOT NULL,
  channel_partition integer     NOT NULL,
  channel_offset    bigint      NOT NULL,
  topic_id          text        NOT NULL,
  stage             text        NOT NULL,
  reason            text        NOT NULL,
  detail            text        NOT NULL,
  subject           text        NOT NULL,
  origin            text,
  source            text,
  payload           bytea,
  rejected_at       timestamptz NOT NULL,
  stored_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (topic_id, channel_partition, channel_offset)
);
ALTER TABLE rejected ALTER COLUMN payload SET STORAGE EXTERNAL;
COMMENT ON TABLE rejected IS 'what left the line, why, and the bytes when they are kept';
COMMENT ON COLUMN rejected.channel IS 'the channel the sink read it from';
CREATE INDEX rejected_newest ON rejected (rejected_at DESC);
CREATE INDEX rejected_subject ON rejected USING hash (subject);
