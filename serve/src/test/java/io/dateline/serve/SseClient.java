package io.dateline.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads Server-Sent Events the way a browser does. */
public final class SseClient implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final int status;
  private final CountDownLatch mayRead;
  private volatile String lastId = "";
  private volatile boolean ended;

  /**
   * One event.
   *
   * @param id last event id when it was dispatched
   * @param type its name
   * @param data its data
   */
  public record Event(String id, String type, String data) {}

  private SseClient(URI uri, @Nullable String lastEventId, CountDownLatch mayRead)
      throws IOException, InterruptedException {
    this.mayRead = mayRead;
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    var response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    status = response.statusCode();
    Thread.ofVirtual()
        .start(() -> {
          try (var lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8))) {
            mayRead.await();
            read(lines);
          } catch (IOException | InterruptedException e) {
            ended = true;
          }
        });
  }

  /** Connects; a last event id resumes. */
  public static SseClient open(URI uri, @Nullable String lastEventId)
      throws IOException, InterruptedException {
    SseClient client = new SseClient(uri, lastEventId, new CountDownLatch(0));
    if (client.status == 200) {
      ServedLine.await(() -> !client.lastId.isEmpty());
    }
    return client;
  }

  /** Connects, but reads nothing before it is woken up. */
  public static SseClient stalled(URI uri) throws IOException, InterruptedException {
    return new SseClient(uri, null, new CountDownLatch(1));
  }

  /** Lets a stalled client read. */
  public void wake() {
    mayRead.countDown();
  }

  /** Whether the server hung up and everything before that was read. */
  public boolean hasEnded() {
    return ended;
  }

  private void read(BufferedReader lines) throws IOException {
    String id = "";
    String type = "message";
    StringBuilder data = new StringBuilder();
    String line;
    while ((line = lines.readLine()) != null) {
      if (line.isEmpty()) {
        // an event that is cut off is no event: it does not move the last id
        lastId = id;
        if (!data.isEmpty()) {
          events.add(new Event(lastId, type, data.toString()));
        }
        type = "message";
        data.setLength(0);
      } else if (line.startsWith("id: ")) {
        id = line.substring(4);
      } else if (line.startsWith("event: ")) {
        type = line.substring(7);
      } else if (line.startsWith("data: ")) {
        data.append(data.isEmpty() ? "" : "\n").append(line.substring(6));
      }
    }
    ended = true;
  }

  /** The next event; fails after 20 s. */
  public Event next() throws InterruptedException {
    Event event = events.poll(20, TimeUnit.SECONDS);
    if (event == null) {
      throw new AssertionError("no event within 20 s; ended: " + ended);
    }
    return event;
  }

  /** An event that is already there, or null after this long. */
  public @Nullable Event poll(long millis) throws InterruptedException {
    return events.poll(millis, TimeUnit.MILLISECONDS);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The last event id so far. */
  public String lastId() {
    return lastId;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
