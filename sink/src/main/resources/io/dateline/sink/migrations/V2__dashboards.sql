-- Views for SQL dashboards: names and shapes are stable; they take the newest version of each
-- article, leave withdrawn ones out and count with and without copies.

CREATE VIEW articles_per_hour AS
  SELECT date_trunc('hour', sorted_at) AS hour, source, language,
         count(*) AS articles,
         count(*) FILTER (WHERE copy_role IS DISTINCT FROM 'copy') AS articles_without_copies
    FROM article WHERE status = 'usable'
   GROUP BY 1, 2, 3;

CREATE VIEW topics_per_hour AS
  SELECT date_trunc('hour', a.sorted_at) AS hour, t.code AS topic, t.name, t.relation,
         count(*) AS articles,
         count(*) FILTER (WHERE a.copy_role IS DISTINCT FROM 'copy') AS articles_without_copies
    FROM article a JOIN article_tag t ON t.article_id = a.id AND t.kind = 'topic'
   WHERE a.status = 'usable'
   GROUP BY 1, 2, 3, 4;

CREATE VIEW countries_per_hour AS
  SELECT date_trunc('hour', a.sorted_at) AS hour, t.code AS country, t.name, t.relation,
         count(*) AS articles,
         count(*) FILTER (WHERE a.copy_role IS DISTINCT FROM 'copy') AS articles_without_copies
    FROM article a JOIN article_tag t ON t.article_id = a.id AND t.kind = 'country'
   WHERE a.status = 'usable'
   GROUP BY 1, 2, 3, 4;

CREATE VIEW rejected_per_hour AS
  SELECT date_trunc('hour', rejected_at) AS hour, stage, reason, count(*) AS rejected
    FROM rejected
   GROUP BY 1, 2, 3;

CREATE VIEW source_freshness AS
  SELECT source, count(*) AS articles,
         count(*) FILTER (WHERE ingested_at > now() - interval '24 hours') AS articles_last_day,
         max(ingested_at) AS last_ingested_at, max(sorted_at) AS newest_at
    FROM article
   GROUP BY source;

CREATE VIEW stories AS
  SELECT story, count(*) AS articles, count(DISTINCT source) AS sources,
         min(sorted_at) AS first_at, max(sorted_at) AS last_at,
         (array_agg(headline ORDER BY sorted_at, id))[1] AS headline
    FROM article WHERE story IS NOT NULL AND status = 'usable'
   GROUP BY story;
