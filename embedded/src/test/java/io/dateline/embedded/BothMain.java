package io.dateline.embedded;

import java.nio.file.Path;

/** A process to be killed: starts both, writes to both, says so, and goes on writing. */
final class BothMain {
  private BothMain() {}

  /** First argument: the folder. */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
    EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("postgres"), 0);
    KafkaClients.createTopic(kafka.bootstrap());
    KafkaClients.write(kafka.bootstrap(), 0, 1000);
    KafkaClients.leaveOpen(kafka.bootstrap());
    EmbeddedPostgresTest.ask(postgres, "create table word (text text)");
    EmbeddedPostgresTest.ask(postgres, "insert into word values ('kept')");
    Copies.writeWithoutEnd(kafka.bootstrap());
    Thread.sleep(1000);
    System.out.println("written " + postgres.processId());
    Thread.sleep(Long.MAX_VALUE);
  }
}
