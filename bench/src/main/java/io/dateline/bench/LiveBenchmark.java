package io.dateline.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.dateline.embedded.EmbeddedKafka;
import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.Channel;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Enrichment;
import io.dateline.model.LanguageTag;
import io.dateline.model.Tag;
import io.dateline.model.Text;
import io.dateline.model.ninjs.EnrichedCodec;
import io.dateline.runtime.ChannelSetup;
import io.dateline.runtime.DatabaseSettings;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.Platform;
import io.dateline.serve.ServeService;
import io.dateline.serve.ServeSettings;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * How soon an enriched article reaches a client of the live stream, and what stalled clients do to
 * the others. Broker, serve and clients share this JVM.
 *
 * <p>Arguments: seconds of each part (20), clients (1000), of them stalled (50).
 */
public final class LiveBenchmark {
  private static final String[] COUNTRIES =
      "SY RU TR DE FR GB US CN JP IN BR IT ES PL UA SE NO FI DK NL".split(" ", -1);
  private static final String BODY = "The delegates met again and spoke for hours. ".repeat(60);

  private final KafkaProducer<String, byte[]> producer;
  private final String topic;
  private final int port;
  private final AtomicInteger published = new AtomicInteger();

  private LiveBenchmark(KafkaProducer<String, byte[]> producer, String topic, int port) {
    this.producer = producer;
    this.topic = topic;
    this.port = port;
  }

  /** Prints both parts. */
  public static void main(String[] args) throws Exception {
    int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 20;
    int clients = args.length > 1 ? Integer.parseInt(args[1]) : 1_000;
    int stalled = args.length > 2 ? Integer.parseInt(args[2]) : 50;
    Path folder = Files.createTempDirectory("dateline-live-bench");
    try (EmbeddedKafka broker = EmbeddedKafka.start(folder, 0)) {
      KafkaSettings kafka = KafkaSettings.local(broker.bootstrap());
      ChannelSetup.ensure(kafka);
      // streams need no database; nothing listens there
      var nowhere = new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/none", "none", "");
      try (ServeService serve =
              ServeService.start(ServeSettings.local(0, kafka, nowhere), Platform.create());
          var producer = new KafkaProducer<String, byte[]>(kafka.producer())) {
        var bench = new LiveBenchmark(producer, kafka.topic(Channel.ENRICHED), serve.port());
        Thread.sleep(3_000);
        bench.latency(50, 5);
        bench.latency(50, seconds);
        bench.crowd(200, seconds, clients, stalled);
      }
    }
  }

  private void latency(int rate, int seconds) throws Exception {
    try (Client client = new Client(port, "", true)) {
      publish(rate, seconds);
      Thread.sleep(1_000);
      print("publish to client at " + rate + "/s", client.latencies());
    }
  }

  private void crowd(int rate, int seconds, int clients, int stalled) throws Exception {
    List<Client> healthy = new ArrayList<>();
    List<Socket> stuck = new ArrayList<>();
    for (int i = 0; i < clients - stalled; i++) {
      healthy.add(new Client(port, "?country=" + COUNTRIES[i % COUNTRIES.length], true));
    }
    for (int i = 0; i < stalled; i++) {
      stuck.add(Client.connect(port, ""));
    }
    Thread.sleep(1_000);
    long before = heap();
    int first = published.get();
    publish(rate, seconds);
    Thread.sleep(2_000);
    long after = heap();
    report(healthy, first, clients, stalled, after - before);
    for (Client client : healthy) {
      client.close();
    }
    for (Socket socket : stuck) {
      socket.close();
    }
  }

  private void report(List<Client> healthy, int first, int clients, int stalled, long heap) {
    int wrong = 0;
    List<Long> all = new ArrayList<>();
    for (int i = 0; i < healthy.size(); i++) {
      List<Integer> expected = new ArrayList<>();
      for (int n = first; n < published.get(); n++) {
        if (n % COUNTRIES.length == i % COUNTRIES.length) {
          expected.add(n);
        }
      }
      List<Integer> seen = healthy.get(i).sorted();
      wrong += seen.equals(expected) ? 0 : 1;
      all.addAll(healthy.get(i).latencies());
    }
    print(clients + " clients, " + stalled + " of them stalled", all);
    System.out.printf(
        "healthy clients with a gap or a repeat: %d of %d; heap %+d MiB%n",
        wrong, healthy.size(), heap >> 20);
  }

  private void publish(int rate, int seconds) {
    long begun = System.nanoTime();
    for (int i = 0; i < rate * seconds; i++) {
      LockSupport.parkNanos(begun + i * 1_000_000_000L / rate - System.nanoTime());
      int number = published.getAndIncrement();
      byte[] value = EnrichedCodec.toJson(article(number));
      var record = new ProducerRecord<>(topic, "https://bench.example/" + number, value);
      record.headers().add("ce_type", "dateline.article.created".getBytes(UTF_8));
      var _ = producer.send(record);
    }
    producer.flush();
  }

  private static EnrichedArticle article(int number) {
    String uri = "https://bench.example/" + number;
    String country = COUNTRIES[number % COUNTRIES.length];
    Article article =
        Article.builder(new ArticleUri(uri), Text.of("@" + System.nanoTime() + "@", BODY)).build();
    Tag tag =
        new Tag(
            Tag.Kind.COUNTRY, country, country, Tag.Relation.ABOUT, 80, "name", true, List.of());
    return new EnrichedArticle(
        article,
        new Enrichment(
            "0", "0", new LanguageTag("en"), List.of(tag), null, null, List.of(), List.of()));
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static void print(String what, List<Long> nanos) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    if (sorted.length == 0) {
      System.out.println(what + ": nothing arrived");
      return;
    }
    System.out.printf(
        "%s: %d events, p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
        what,
        sorted.length,
        sorted[sorted.length / 2] / 1e6,
        sorted[(int) (sorted.length * 0.99)] / 1e6,
        sorted[sorted.length - 1] / 1e6);
  }

  /** Reads a chunked stream on a virtual thread and notes what came and how late. */
  private static final class Client implements AutoCloseable {
    private final Socket socket;
    private final ConcurrentLinkedQueue<long[]> seen = new ConcurrentLinkedQueue<>();

    Client(int port, String query, boolean read) throws IOException {
      socket = connect(port, query);
      if (read) {
        Thread.ofVirtual().start(this::read);
      }
    }

    static Socket connect(int port, String query) throws IOException {
      Socket socket = new Socket();
      socket.setReceiveBufferSize(64 * 1024);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      String request = "GET /api/v1/stream" + query + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      return socket;
    }

    private void read() {
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(new Chunks(socket.getInputStream())))) {
        byte[] line = new byte[1_000];
        int length = 0;
        int b;
        while ((b = in.read()) >= 0) {
          if (b == '\n') {
            note(new String(line, 0, Math.min(length, 700), US_ASCII));
            length = 0;
          } else if (length < line.length) {
            // what is needed stands at the beginning; a thousand long buffers would fill the heap
            line[length++] = (byte) b;
          }
        }
      } catch (IOException e) {
        // closed by the benchmark, or cut by the server: what is missing shows in the report
        seen.add(new long[] {-1, 0});
      }
    }

    private void note(String line) {
      int uri = line.indexOf("https://bench.example/");
      int at = line.indexOf('@');
      if (line.startsWith("data: ") && uri > 0 && at > 0) {
        int from = uri + "https://bench.example/".length();
        long number = Long.parseLong(line.substring(from, line.indexOf('"', from)));
        long sent = Long.parseLong(line.substring(at + 1, line.indexOf('@', at + 1)));
        seen.add(new long[] {number, System.nanoTime() - sent});
      }
    }

    List<Integer> sorted() {
      return seen.stream().map(s -> (int) s[0]).filter(n -> n >= 0).sorted().toList();
    }

    List<Long> latencies() {
      return seen.stream().filter(s -> s[0] >= 0).map(s -> s[1]).toList();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  /** Takes the chunked transfer coding off, the response's head too. */
  private static final class Chunks extends InputStream {
    private final InputStream in;
    private int left;

    Chunks(InputStream raw) throws IOException {
      in = new BufferedInputStream(raw, 1 << 14);
      while (!line().isEmpty()) {
        // the head ends with an empty line
      }
    }

    private String line() throws IOException {
      byte[] bytes = new byte[1_000];
      int length = 0;
      int b;
      while ((b = in.read()) >= 0 && b != '\n') {
        if (b != '\r') {
          bytes[length++] = (byte) b;
        }
      }
      return new String(Arrays.copyOf(bytes, length), US_ASCII);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (left == 0) {
        String size = line();
        size = size.isEmpty() ? line() : size;
        left = size.isEmpty() ? 0 : Integer.parseInt(size, 16);
        if (left == 0) {
          return -1;
        }
      }
      int got = in.read(bytes, offset, Math.min(length, left));
      left -= Math.max(0, got);
      return got;
    }
  }
}
