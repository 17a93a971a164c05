package io.dateline.serve.search;

import io.dateline.model.EnrichedArticle;
import io.dateline.query.ArticleDocument;
import io.dateline.serve.live.Positions;
import io.dateline.serve.store.Cursor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The newest version of every article, searchable. One thread writes; any thread searches. A commit
 * carries the positions up to which the channel was read, so that after a crash reading goes on
 * exactly there: what was read twice replaces itself.
 */
public final class SearchIndex implements AutoCloseable {

  /** Memory for articles not yet written, in MiB. */
  static final double BUFFER_MIB = 64;

  private static final String POSITIONS = "positions";
  private static final String FORM = "form";

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;

  /** Versions remembered at most before searchers are refreshed: an index is built of millions. */
  static final int MAX_FRESH = 50_000;

  private final FacetCounts facets = new FacetCounts();

  /** Versions written since searchers were last refreshed. */
  private final Map<UUID, Integer> fresh = new HashMap<>();

  private SearchIndex(Directory directory, IndexWriter writer) throws IOException {
    this.directory = directory;
    this.writer = writer;
    this.searchers = new SearcherManager(writer, new SearcherFactory());
  }

  /**
   * Opens an index or makes a new one; one of another form is emptied.
   *
   * @throws IOException when the folder cannot be used, or another process has it open
   */
  public static SearchIndex open(Path folder) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(ArticleDocument.analyzer());
    config.setIndexSort(IndexedArticle.NEWEST);
    config.setRAMBufferSizeMB(BUFFER_MIB);
    config.setCommitOnClose(false);
    Directory directory = FSDirectory.open(folder);
    IndexWriter writer = new IndexWriter(directory, config);
    if (!IndexedArticle.VERSION.equals(userData(writer).get(FORM))) {
      writer.deleteAll();
      writer.setLiveCommitData(Map.<String, String>of().entrySet());
    }
    return new SearchIndex(directory, writer);
  }

  private static Map<String, String> userData(IndexWriter writer) {
    Map<String, String> data = new HashMap<>();
    var committed = writer.getLiveCommitData();
    if (committed != null) {
      committed.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    }
    return data;
  }

  /** Up to where the channel was read at the last commit; empty for a new index. */
  public Optional<Positions> committed() {
    return Optional.ofNullable(userData(writer).get(POSITIONS)).map(Positions::parse);
  }

  /** Forgets everything. */
  public void clear() throws IOException {
    writer.deleteAll();
    refresh();
  }

  /** Writes an article unless a newer version of it is there. */
  public void put(EnrichedArticle article, Instant published) throws IOException {
    UUID id = article.article().uri().id();
    int version = article.article().version();
    if (version >= known(id)) {
      writer.updateDocument(IndexedArticle.id(id), IndexedArticle.of(article, published));
      fresh.put(id, version);
    }
    if (fresh.size() > MAX_FRESH) {
      refresh();
    }
  }

  /** Forgets an article. */
  public void erase(UUID id) throws IOException {
    writer.deleteDocuments(IndexedArticle.id(id));
    fresh.put(id, 0);
  }

  /** The version of an article that is there; 0 when there is none. */
  private int known(UUID id) throws IOException {
    Integer written = fresh.get(id);
    if (written != null) {
      return written;
    }
    IndexSearcher searcher = searchers.acquire();
    try {
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        int version = known(id, leaf);
        if (version > 0) {
          return version;
        }
      }
      return 0;
    } finally {
      searchers.release(searcher);
    }
  }

  private static int known(UUID id, LeafReaderContext leaf) throws IOException {
    PostingsEnum found = leaf.reader().postings(IndexedArticle.id(id), PostingsEnum.NONE);
    var live = leaf.reader().getLiveDocs();
    while (found != null && found.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
      if (live == null || live.get(found.docID())) {
        NumericDocValues version =
            DocValues.getNumeric(leaf.reader(), IndexedArticle.VERSION_NUMBER);
        return version.advanceExact(found.docID()) ? (int) version.longValue() : 0;
      }
    }
    return 0;
  }

  /** Makes everything written so far visible to searches. */
  public void refresh() throws IOException {
    searchers.maybeRefreshBlocking();
    fresh.clear();
  }

  /** Keeps everything written so far, with the positions it was read up to. */
  public void commit(Positions positions) throws IOException {
    writer.setLiveCommitData(
        Map.of(POSITIONS, positions.toString(), FORM, IndexedArticle.VERSION).entrySet());
    writer.commit();
  }

  /** Articles that searches see. */
  public int size() throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return searcher.getIndexReader().numDocs();
    } finally {
      searchers.release(searcher);
    }
  }

  /** Searches. */
  public SearchResult search(SearchRequest request) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      int limit = request.limit() + 1;
      // facets and total are of all pages; only the page itself starts behind the cursor
      var all =
          FacetsCollectorManager.search(
              searcher,
              query(request, null),
              limit,
              IndexedArticle.NEWEST,
              new FacetsCollectorManager());
      Query query = query(request, request.cursor());
      TopDocs top =
          switch (request.order()) {
            case NEWEST ->
                request.cursor() == null
                    ? all.topDocs()
                    : searcher.search(query, limit, IndexedArticle.NEWEST);
            case BEST -> searcher.search(query, request.rank() + limit);
          };
      return result(searcher, request, top, all.facetsCollector());
    } finally {
      searchers.release(searcher);
    }
  }

  private static Query query(SearchRequest request, @Nullable Cursor cursor) {
    BooleanQuery.Builder query =
        new BooleanQuery.Builder().add(request.query().lucene(), Occur.MUST);
    if (request.firstOnly()) {
      query.add(new TermQuery(new Term(IndexedArticle.ROLE, "copy")), Occur.MUST_NOT);
    }
    if (cursor != null) {
      query.add(behind(cursor), Occur.FILTER);
    }
    return query.build();
  }

  /** Articles behind a cursor: older, or as old with a smaller id. */
  private static Query behind(Cursor cursor) {
    long at = cursor.sortedAt().toEpochMilli();
    String date = io.dateline.query.Field.DATE.id();
    String id = cursor.id().toString();
    BooleanQuery.Builder tie =
        new BooleanQuery.Builder()
            .add(LongPoint.newExactQuery(date, at), Occur.MUST)
            .add(
                TermRangeQuery.newStringRange(IndexedArticle.ID, null, id, false, false),
                Occur.MUST);
    return new BooleanQuery.Builder()
        .add(LongPoint.newRangeQuery(date, Long.MIN_VALUE, at - 1), Occur.SHOULD)
        .add(tie.build(), Occur.SHOULD)
        .build();
  }

  private SearchResult result(
      IndexSearcher searcher, SearchRequest request, TopDocs top, FacetsCollector hits)
      throws IOException {
    List<UUID> ids = new ArrayList<>();
    var stored = searcher.storedFields();
    int end = Math.min(top.scoreDocs.length, request.rank() + request.limit());
    for (int i = request.rank(); i < end; i++) {
      ScoreDoc hit = top.scoreDocs[i];
      ids.add(UUID.fromString(stored.document(hit.doc).get(IndexedArticle.ID)));
    }
    boolean more = top.scoreDocs.length > end && end <= SearchRequest.MAX_RANK;
    int nextRank = more && request.order() == SearchRequest.Order.BEST ? end : 0;
    Cursor next = null;
    if (top.scoreDocs.length > request.limit()
        && top.scoreDocs[request.limit() - 1] instanceof FieldDoc last) {
      Instant sortedAt = Instant.ofEpochMilli((Long) last.fields[0]);
      next = new Cursor(sortedAt, ids.get(ids.size() - 1));
    }
    long total = hits.getMatchingDocs().stream().mapToLong(docs -> docs.totalHits()).sum();
    return new SearchResult(ids, next, nextRank, total, facets.of(searcher.getIndexReader(), hits));
  }

  @Override
  public void close() throws IOException {
    searchers.close();
    writer.close();
    directory.close();
  }
}
