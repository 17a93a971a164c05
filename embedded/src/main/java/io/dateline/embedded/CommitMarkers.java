package io.dateline.embedded;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.TransactionResult;
import org.apache.kafka.common.requests.WriteTxnMarkersRequest;
import org.apache.kafka.common.requests.WriteTxnMarkersRequest.TxnMarkerEntry;
import org.apache.kafka.common.requests.WriteTxnMarkersResponse;

/**
 * Writes the commit that a coordinator owes a partition, as the coordinator would: with Kafka's
 * request {@code WriteTxnMarkers}. The admin client can write only aborts.
 */
final class CommitMarkers {
  private static final String CLIENT = "dateline-embedded";
  private static final short TRANSACTION_VERSION = 2;
  private static final int TIMEOUT_MS = (int) Duration.ofSeconds(10).toMillis();
  private static final int MAX_ANSWER_BYTES = 64 * 1024;

  private final int port;

  /**
   * Of the broker on this port of the loopback.
   *
   * @param port 1 to 65535
   */
  CommitMarkers(int port) {
    this.port = port;
  }

  /**
   * Commits what a producer wrote to a partition.
   *
   * @param producer its id
   * @param epoch that the coordinator gave the end of the transaction
   * @param coordinatorEpoch of the coordinator that the partition heard last
   * @throws EmbeddedException if the broker does not take it
   */
  void write(TopicPartition partition, long producer, int epoch, int coordinatorEpoch) {
    var marker =
        new TxnMarkerEntry(
            producer,
            (short) epoch,
            coordinatorEpoch,
            TransactionResult.COMMIT,
            List.of(partition),
            TRANSACTION_VERSION);
    try {
      Errors error =
          send(marker).errorsByProducerId().getOrDefault(producer, Map.of()).get(partition);
      if (error != Errors.NONE) {
        throw new EmbeddedException("Kafka does not commit " + marker + ": " + error);
      }
    } catch (IOException e) {
      throw new EmbeddedException("Kafka does not commit " + marker + ": " + e.getMessage(), e);
    }
  }

  private WriteTxnMarkersResponse send(TxnMarkerEntry marker) throws IOException {
    short version = ApiKeys.WRITE_TXN_MARKERS.latestVersion();
    var header = new RequestHeader(ApiKeys.WRITE_TXN_MARKERS, version, CLIENT, 0);
    var request = new WriteTxnMarkersRequest.Builder(List.of(marker)).build(version);
    ByteBuffer answer = exchange(request.serializeWithHeader(header));
    return (WriteTxnMarkersResponse) AbstractResponse.parseResponse(answer, header);
  }

  private ByteBuffer exchange(ByteBuffer request) throws IOException {
    try (Socket socket = new Socket(InetAddress.ofLiteral(Ports.LOOPBACK), port)) {
      socket.setSoTimeout(TIMEOUT_MS);
      var out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(request.remaining());
      out.write(request.array(), request.arrayOffset() + request.position(), request.remaining());
      out.flush();
      var in = new DataInputStream(socket.getInputStream());
      int length = in.readInt();
      if (length < 0 || length > MAX_ANSWER_BYTES) {
        throw new IOException("an answer of " + length + " bytes");
      }
      return ByteBuffer.wrap(in.readNBytes(length));
    }
  }
}
