-- Links from one story to another, as the articles of the first told them. A story's id never changes,
-- so two stories found to be one are a link.
CREATE TABLE story_link (
  story     text        NOT NULL,
  other     text        NOT NULL,
  rel       text        NOT NULL,
  score     smallint    NOT NULL CHECK (score BETWEEN 0 AND 100),
  stored_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (story, other, rel)
);
CREATE INDEX story_link_other ON story_link (other);
COMMENT ON TABLE story_link IS 'links between stories, told by their articles';
COMMENT ON COLUMN story_link.rel IS 'merged: other ended, its articles belong to story; related: the same event in another language';
COMMENT ON COLUMN story_link.score IS 'how alike the two are, as told last';
