package io.dateline.bench;

import io.dateline.enrich.country.CountryTagger;
import io.dateline.enrich.language.LanguageDetector;
import io.dateline.enrich.topic.TopicTagger;
import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.LanguageTag;
import io.dateline.model.Passage;
import io.dateline.model.Tag;
import io.dateline.model.Text;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What the tags of one article cost on one thread: language, countries, topics and all three, with
 * one pass of Lucene's StandardTokenizer over the same text as the floor.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class TagBenchmark {

  private static final String GERMAN =
      """
      Die russische Luftwaffe hat nach Angaben des Kreml ihre Angriffe auf Stellungen in der Nähe \
      von Aleppo eingestellt. Präsident Wladimir Putin sagte am Freitag in Moskau, nun müsse eine \
      Waffenruhe für ganz Syrien folgen. Verhandlungen sollen in Astana beginnen; Kasachstan habe \
      zugesagt. Die Türkei und der Iran unterstützen den Plan, aus Washington kam keine Antwort. \
      Helfer berichten von Tausenden, die die Stadt in Bussen verlassen haben. Ärzte warnen vor \
      Seuchen, es fehle an Wasser, Strom und Medikamenten. Der Bundestag will in der kommenden \
      Woche über Hilfen beraten, die Opposition fordert mehr Geld für Flüchtlinge.

      """;

  private static final String ENGLISH =
      """
      The central bank left interest rates unchanged on Thursday, saying that inflation in Canada \
      and the United States had eased faster than expected. Shares in Toronto rose, while the \
      yen fell against the dollar after comments by the finance minister in Tokyo. Economists at \
      several banks said that exporters in Germany and South Korea would gain from cheaper oil. \
      Unions called the decision a missed chance for workers, who have lost jobs since the plant \
      near Detroit was closed. A government spokesman in London declined to comment on the talks.

      """;

  /** The language of the text. */
  @Param({"de", "en"})
  private String language = "de";

  /** The length of the body in UTF-16 units. */
  @Param({"4096"})
  private int chars = 4096;

  private final LanguageDetector languages = new LanguageDetector();
  private final CountryTagger countries = new CountryTagger();
  private final TopicTagger topics = new TopicTagger();
  private Article article = article("");
  private LanguageTag tag = LanguageTag.UNKNOWN;
  private List<Passage> passages = List.of();

  private static Article article(String body) {
    return Article.builder(new ArticleUri("https://example.org/1"), Text.of("", body)).build();
  }

  /** Makes the article. */
  @Setup
  public void setUp() {
    String text = "de".equals(language) ? GERMAN : ENGLISH;
    article = article(text.repeat(chars / text.length() + 1).substring(0, chars));
    passages = Passage.of(article);
    tag = new LanguageTag(language);
  }

  /** The floor. */
  @Benchmark
  public int standardTokenizer() throws IOException {
    try (StandardTokenizer tokenizer = new StandardTokenizer()) {
      tokenizer.setReader(new StringReader(passages.getFirst().text()));
      tokenizer.reset();
      int tokens = 0;
      while (tokenizer.incrementToken()) {
        tokens++;
      }
      return tokens;
    }
  }

  /** Stage detect-language. */
  @Benchmark
  public LanguageTag language() {
    return languages.detect(article);
  }

  /** Stage tag-countries. */
  @Benchmark
  public List<Tag> countries() {
    return countries.tag(passages, tag, null);
  }

  /** Stage tag-topics. */
  @Benchmark
  public List<Tag> topics() {
    return topics.tag(passages, tag);
  }

  /** All three. */
  @Benchmark
  public int all() {
    LanguageTag detected = languages.detect(article);
    return countries.tag(passages, detected, null).size() + topics.tag(passages, detected).size();
  }

  /** {@code TagBenchmark [PARAM=VALUE...]}, then prints the memory of the gazetteers. */
  public static void main(String[] args) throws RunnerException {
    System.out.printf(
        "heap: language %.1f MB, countries of 14 languages %.1f MB, topics %.1f MB%n",
        megabytes(LanguageDetector::new),
        megabytes(TagBenchmark::allCountries),
        megabytes(TopicTagger::new));
    OptionsBuilder options = new OptionsBuilder();
    options.include(TagBenchmark.class.getSimpleName());
    for (String arg : args) {
      int equals = arg.indexOf('=');
      options.param(arg.substring(0, equals), arg.substring(equals + 1).split(","));
    }
    new Runner(options.build()).run();
  }

  private static CountryTagger allCountries() {
    CountryTagger tagger = new CountryTagger();
    List<Passage> none = List.of(new Passage(Passage.Part.BODY, "/bodies/0/value", "x"));
    for (String code : "de en fr es it pt nl pl ru tr cs ar zh ja".split(" ")) {
      tagger.tag(none, new LanguageTag(code), null);
    }
    return tagger;
  }

  private static double megabytes(java.util.function.Supplier<Object> made) {
    long before = used();
    Object kept = made.get();
    long after = used();
    return kept.hashCode() == 0 ? 0 : (after - before) / 1e6;
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
