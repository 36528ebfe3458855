package de.amtsbote.gateway.operations.control;

import de.amtsbote.gateway.message.gate.Circuit;
import de.amtsbote.gateway.message.gate.CircuitStore;
import de.amtsbote.gateway.message.gate.Pause;
import de.amtsbote.gateway.security.Caller;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Operators see which destinations are down, and pause and resume routes and receivers. */
@RestController
@RequestMapping(path = "/api/v1/operations", produces = MediaType.APPLICATION_JSON_VALUE)
class GateOperations {

  private final CircuitStore circuits;
  private final Pauses pauses;

  GateOperations(CircuitStore circuits, Pauses pauses) {
    this.circuits = circuits;
    this.pauses = pauses;
  }

  /** Why it is done. */
  record Because(String reason) {}

  /** The destinations that ever failed. */
  record Circuits(List<Circuit> circuits) {}

  /** What is paused for the caller's tenant. */
  record Paused(List<Pause> pauses) {}

  @GetMapping("/circuits")
  Circuits circuits() {
    return new Circuits(circuits.all());
  }

  @GetMapping("/pauses")
  Paused pauses(@AuthenticationPrincipal Caller caller) {
    return new Paused(pauses.of(caller));
  }

  @PostMapping("/{kind:routes|partners|deliveries|servers}/{name}/pause")
  Paused pause(
      @AuthenticationPrincipal Caller caller,
      @PathVariable("kind") String kind,
      @PathVariable("name") String name,
      @RequestBody Because because) {
    pauses.pause(caller, kind, name, because.reason());
    return pauses(caller);
  }

  @PostMapping("/{kind:routes|partners|deliveries|servers}/{name}/resume")
  Paused resume(
      @AuthenticationPrincipal Caller caller,
      @PathVariable("kind") String kind,
      @PathVariable("name") String name,
      @RequestBody Because because) {
    pauses.resume(caller, kind, name, because.reason());
    return pauses(caller);
  }
}
