package io.dateline.app.line;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client of the live stream that comes back by Last-Event-ID whenever it loses its server. */
final class Listener implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final URI stream;
  private final List<String> data = new ArrayList<>();
  private final Thread thread;
  private @Nullable String lastId;
  private int connections;
  private volatile boolean closed;

  /** Begins to listen. */
  Listener(URI stream) {
    this.stream = stream;
    thread = Thread.ofPlatform().name("listener").start(this::listen);
  }

  private void listen() {
    while (!closed) {
      try {
        HttpRequest.Builder request = HttpRequest.newBuilder(stream);
        if (lastId != null) {
          request.header("Last-Event-ID", lastId);
        }
        var answer = client.send(request.build(), BodyHandlers.ofInputStream());
        try (var lines =
            new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
          if (answer.statusCode() == 200) {
            connections++;
            read(lines);
          }
        }
        Thread.sleep(PAUSE);
      } catch (IOException e) {
        sleep(); // its server was killed, or is not up again
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void sleep() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  /** An event counts once its empty line is there, and its id with it. */
  private void read(BufferedReader lines) throws IOException {
    String id = lastId;
    String text = "";
    String line;
    while ((line = lines.readLine()) != null) {
      if (line.startsWith("id: ")) {
        id = line.substring(4);
      } else if (line.startsWith("data: ")) {
        text = line.substring(6);
      } else if (line.isEmpty()) {
        if (!text.isEmpty()) {
          add(text);
        }
        lastId = id;
        text = "";
      }
    }
  }

  private synchronized void add(String text) {
    data.add(text);
  }

  /** The data of all events so far. */
  synchronized List<String> data() {
    return List.copyOf(data);
  }

  /** How often it was let in. */
  int connections() {
    return connections;
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.interrupt();
    client.shutdownNow();
    thread.join(Duration.ofSeconds(5));
  }
}
