package io.dateline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TemporaryFolderTest {

  @Test
  void isGoneWithAllInItOnceClosed() throws Exception {
    TemporaryFolder folder = TemporaryFolder.create("dateline-test");
    Path inner = Files.createDirectories(folder.path().resolve("a/b"));
    Files.writeString(inner.resolve("file"), "text");
    folder.close();
    assertThat(folder.path()).doesNotExist();
    folder.close();
  }
}
