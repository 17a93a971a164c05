package io.dateline.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/**
 * A client of the live stream that notes which articles came, and how long after they were made.
 * The number of an article stands behind {@link #URI}, the time it was made in its headline.
 */
final class StreamClient implements AutoCloseable {

  /** What the uris of the benchmarks' articles begin with. */
  static final String URI = "https://bench.example/";

  private static final int RECEIVE_BUFFER_BYTES = 64 * 1024;
  private static final int BLOCK_BYTES = 4 * 1024;
  private static final int LINE_CHARS = 700;

  private final int port;
  private final String query;
  private final CountDownLatch mayRead = new CountDownLatch(1);
  private Socket socket;
  private String lastId = "";
  private int[] numbers = new int[64];
  private int[] micros = new int[64];
  private int count;
  private int warm;
  private volatile boolean closed;

  private StreamClient(int port, String query) throws IOException {
    this.port = port;
    this.query = query;
    this.socket = connect();
  }

  /** A client that reads at once; parameters of the stream such as "?country=DE". */
  static StreamClient reading(int port, String query) throws IOException {
    StreamClient client = stalled(port, query);
    client.wake();
    return client;
  }

  /** A client that reads nothing before it is woken up. */
  static StreamClient stalled(int port, String query) throws IOException {
    StreamClient client = new StreamClient(port, query);
    Thread.ofVirtual().start(client::run);
    return client;
  }

  /** Lets a stalled client read: first what still lies in its buffers, then by its last id. */
  void wake() {
    mayRead.countDown();
  }

  private Socket connect() throws IOException {
    Socket fresh = new Socket();
    fresh.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
    fresh.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    String resume = lastId.isEmpty() ? "" : "Last-Event-ID: " + lastId + "\r\n";
    String head = "GET /api/v1/stream" + query + " HTTP/1.1\r\nHost: localhost\r\n" + resume;
    fresh.getOutputStream().write((head + "\r\n").getBytes(US_ASCII));
    return fresh;
  }

  private void run() {
    try {
      mayRead.await();
      while (!closed) {
        read();
        Thread.sleep(closed ? 0 : 500);
        if (!closed) {
          socket = connect();
        }
      }
    } catch (IOException | InterruptedException e) {
      // the server is gone: what is missing shows in the figures
      closed = true;
    }
  }

  /** Reads until the connection ends; an event that was cut off does not count. */
  private void read() {
    try (InputStream in = new Chunks(socket.getInputStream())) {
      Lines lines = new Lines();
      byte[] block = new byte[BLOCK_BYTES];
      for (int got = in.read(block); got >= 0; got = in.read(block)) {
        lines.take(block, got);
      }
    } catch (IOException e) {
      // cut by the server, or closed by the benchmark: it comes back by its last id
      Thread.onSpinWait();
    }
  }

  /** Events by their lines, of which the beginning is kept: whole ones would fill the heap. */
  private final class Lines {
    private final byte[] line = new byte[LINE_CHARS];
    private int length;
    private String id = "";
    private String data = "";

    void take(byte[] block, int count) {
      int from = 0;
      for (int at = 0; at < count; at++) {
        if (block[at] == '\n') {
          keep(block, from, at);
          end(new String(line, 0, length, US_ASCII));
          length = 0;
          from = at + 1;
        }
      }
      keep(block, from, count);
    }

    private void keep(byte[] block, int from, int to) {
      int more = Math.min(to - from, LINE_CHARS - length);
      System.arraycopy(block, from, line, length, more);
      length += more;
    }

    private void end(String text) {
      if (text.startsWith("id: ")) {
        id = text.substring("id: ".length());
      } else if (text.startsWith("data: {\"id\"")) {
        data = text;
      } else if (text.isEmpty()) {
        dispatch(id, data);
        data = "";
      }
    }
  }

  private synchronized void dispatch(String id, String data) {
    lastId = id.isEmpty() ? lastId : id;
    int uri = data.indexOf(URI);
    int at = data.indexOf('@');
    if (uri > 0 && at > 0) {
      int from = uri + URI.length();
      long made = Long.parseLong(data.substring(at + 1, data.indexOf('@', at + 1)));
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * count);
        micros = Arrays.copyOf(micros, 2 * count);
      }
      numbers[count] = Integer.parseInt(data.substring(from, data.indexOf('"', from)));
      micros[count] = (int) ((System.nanoTime() - made) / 1_000);
      count++;
    }
  }

  /** Whether the stream has begun. */
  synchronized boolean hasBegun() {
    return !lastId.isEmpty();
  }

  /** How many articles came. */
  synchronized int count() {
    return count;
  }

  /** Numbers of the articles that came, in their order. */
  synchronized int[] sorted() {
    int[] sorted = Arrays.copyOf(numbers, count);
    Arrays.sort(sorted);
    return sorted;
  }

  /** How late the articles came since {@link #isWarm} was said, in microseconds. */
  synchronized int[] micros() {
    return Arrays.copyOfRange(micros, warm, count);
  }

  /** From now on it counts how late articles come. */
  synchronized void isWarm() {
    warm = count;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    mayRead.countDown();
    socket.close();
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

    /** Whether there is more: reads the size of the next chunk when one has ended. */
    private boolean hasMore() throws IOException {
      if (left == 0) {
        String size = line();
        size = size.isEmpty() ? line() : size;
        left = size.matches("[0-9a-fA-F]+") ? Integer.parseInt(size, 16) : 0;
      }
      return left > 0;
    }

    @Override
    public int read() throws IOException {
      if (!hasMore()) {
        return -1;
      }
      left--;
      return in.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (!hasMore()) {
        return -1;
      }
      int got = in.read(bytes, offset, Math.min(length, left));
      left -= Math.max(0, got);
      return got;
    }
  }
}
