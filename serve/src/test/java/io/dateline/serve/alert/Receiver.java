package io.dateline.serve.alert;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Takes webhooks and answers with the statuses it was told to, then with 204. */
final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
  private final List<Taken> taken = new CopyOnWriteArrayList<>();

  /** One request: its headers by lower-case name, its body, and how it was answered. */
  record Taken(Map<String, String> headers, byte[] body, int status) {}

  Receiver(Integer... first) throws IOException {
    statuses.addAll(List.of(first));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          Map<String, String> headers = new java.util.HashMap<>();
          exchange
              .getRequestHeaders()
              .forEach((name, values) ->
                  headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
          byte[] body = exchange.getRequestBody().readAllBytes();
          Integer told = statuses.poll();
          int status = told == null ? 204 : told;
          taken.add(new Taken(headers, body, status));
          if (status / 100 == 3) {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
          }
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  String url(String host) {
    return "http://" + host + ":" + server.getAddress().getPort() + "/hook";
  }

  List<Taken> taken() {
    return taken;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
