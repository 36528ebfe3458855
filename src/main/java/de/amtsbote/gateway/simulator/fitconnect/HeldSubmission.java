package de.amtsbote.gateway.simulator.fitconnect;

import de.amtsbote.osci.spool.SpoolFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A submission that the double holds. */
final class HeldSubmission {

  /** How far it has come. */
  enum State {
    ANNOUNCED,
    SUBMITTED,
    ACCEPTED,
    REJECTED
  }

  final UUID id = UUID.randomUUID();
  final UUID caseId = UUID.randomUUID();
  final String sender;
  final DoubleDestination destination;
  final Map<String, Object> publicService;
  final Set<UUID> announced;
  final Map<UUID, SpoolFile> attachments = new ConcurrentHashMap<>();
  volatile State state = State.ANNOUNCED;
  volatile SpoolFile metadata;
  volatile SpoolFile data;

  HeldSubmission(
      String sender,
      DoubleDestination destination,
      Map<String, Object> publicService,
      List<UUID> announced) {
    this.sender = sender;
    this.destination = destination;
    this.publicService = publicService;
    this.announced = Set.copyOf(announced);
  }

  /** Whether this client sent it, or may fetch it. */
  boolean concerns(String client) {
    return sender.equals(client) || destination.subscriber().equals(client);
  }

  Map<String, Object> listed() {
    var json = new LinkedHashMap<String, Object>();
    json.put("submissionId", id);
    json.put("caseId", caseId);
    json.put("destinationId", destination.id());
    return json;
  }
}
