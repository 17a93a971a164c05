package io.dateline.bench;

import io.dateline.runtime.KafkaSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.clients.admin.StreamsGroupMemberAssignment.TaskIds;
import org.apache.kafka.clients.admin.StreamsGroupSubtopologyDescription;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.utils.Utils;

/** Which process groups which languages, as the broker tells it. */
final class GroupTasks {

  private final KafkaSettings kafka;
  private final Admin admin;

  GroupTasks(KafkaSettings kafka, Admin admin) {
    this.kafka = kafka;
    this.admin = admin;
  }

  /** The partition where articles of a language are grouped. */
  int partition(String language) {
    byte[] bytes = language.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(bytes)) % kafka.partitions();
  }

  /**
   * The process of each partition of the stage group.
   *
   * @param standby the one that keeps its state warm instead
   */
  Map<Integer, String> owners(boolean standby) throws InterruptedException {
    String group = kafka.prefix() + "enrich";
    Map<Integer, String> owners = new HashMap<>();
    try {
      var described = admin.describeStreamsGroups(List.of(group)).all().get();
      StreamsGroupDescription description = Objects.requireNonNull(described.get(group));
      String grouping = subtopology(description);
      for (var member : description.members()) {
        var tasks =
            standby ? member.assignment().standbyTasks() : member.assignment().activeTasks();
        for (TaskIds task : tasks) {
          if (task.subtopologyId().equals(grouping)) {
            task.partitions().forEach(p -> owners.put(p, member.processId()));
          }
        }
      }
      return owners;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return owners;
      }
      throw new IllegalStateException("group " + group + " is not described", e);
    }
  }

  private static String subtopology(StreamsGroupDescription description) {
    return description.subtopologies().stream()
        .filter(GroupTasks::groups)
        .map(StreamsGroupSubtopologyDescription::subtopologyId)
        .findFirst()
        .orElse("");
  }

  private static boolean groups(StreamsGroupSubtopologyDescription subtopology) {
    return subtopology.repartitionSourceTopics().keySet().stream()
        .anyMatch(topic -> topic.contains("by-language"));
  }
}
