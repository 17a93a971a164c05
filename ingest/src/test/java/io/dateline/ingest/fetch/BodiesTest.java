package io.dateline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.model.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BodiesTest {

  private static final int BYTES = 100_000;
  private static final byte[] BODY = new byte[BYTES];

  static {
    new Random(5).nextBytes(BODY);
  }

  private static byte[] read(long announced, int most) throws IOException {
    return Bodies.readAll(new ByteArrayInputStream(BODY), announced, most);
  }

  @Test
  void aBodyIsTheSameHoweverItsLengthWasAnnounced() throws IOException {
    for (long announced : new long[] {-1, 0, 1, BYTES - 1, BYTES, BYTES + 1, 1L << 40}) {
      assertThat(read(announced, 2 * BYTES)).as("announced %d", announced).isEqualTo(BODY);
    }
  }

  @Test
  void aBodyMayBeAsLongAsTheLimitAndNotAByteLonger() throws IOException {
    for (long announced : new long[] {-1, 1, BYTES}) {
      assertThat(read(announced, BYTES)).hasSize(BYTES);
      assertThatThrownBy(() -> read(announced, BYTES - 1))
          .isInstanceOfSatisfying(
              Bodies.BodyException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE))
          .hasMessageContaining(String.valueOf(BYTES - 1));
    }
  }

  @Test
  void noMemoryIsTakenForWhatIsOnlyAnnounced() throws IOException {
    byte[] few = Arrays.copyOf(BODY, 10);
    assertThat(Bodies.readAll(new ByteArrayInputStream(few), Long.MAX_VALUE, 1 << 30))
        .isEqualTo(few);
  }
}
