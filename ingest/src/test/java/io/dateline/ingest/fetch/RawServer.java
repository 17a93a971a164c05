package io.dateline.ingest.fetch;

import io.dateline.runtime.outbound.PrivateHosts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that answers each connection exactly as told, however wrong that is. */
final class RawServer implements AutoCloseable {

  /** Answers one request. */
  interface Behaviour {
    void answer(String path, Socket socket, OutputStream out)
        throws IOException, InterruptedException;
  }

  private final ServerSocket server;
  private final Behaviour behaviour;
  private final List<String> paths = new CopyOnWriteArrayList<>();
  private final List<String> headers = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  RawServer(Behaviour behaviour) {
    this.behaviour = behaviour;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("no loopback port", e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** Sends these bytes to everybody and closes. */
  static RawServer of(byte[] answer) {
    return new RawServer((path, socket, out) -> {
      out.write(answer);
      out.flush();
    });
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getLocalPort() + path;
  }

  PrivateHosts allowed() {
    return new PrivateHosts(java.util.Set.of("127.0.0.1"));
  }

  List<String> paths() {
    return new ArrayList<>(paths);
  }

  /** "path Name: value" of every header that came. */
  List<String> headers() {
    return new ArrayList<>(headers);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      String line = in.readLine();
      if (line == null) {
        return;
      }
      String path = line.split(" ")[1];
      paths.add(path);
      for (String header = in.readLine(); header != null && !header.isEmpty(); ) {
        headers.add(path + " " + header);
        header = in.readLine();
      }
      behaviour.answer(path, socket, socket.getOutputStream());
    } catch (IOException | InterruptedException e) {
      // the client hung up on us: that is what many of these tests are about
      assert e != null;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
