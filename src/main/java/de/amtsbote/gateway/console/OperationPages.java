package de.amtsbote.gateway.console;

import de.amtsbote.gateway.message.gate.Circuit;
import de.amtsbote.gateway.message.gate.CircuitStore;
import de.amtsbote.gateway.message.gate.Pause;
import de.amtsbote.gateway.message.gate.PauseStore;
import de.amtsbote.gateway.operations.node.Node;
import de.amtsbote.gateway.operations.node.NodeStore;
import de.amtsbote.gateway.security.Caller;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Which destinations are down, what is paused, which nodes there are. */
@Controller
class OperationPages {

  private final CircuitStore circuits;
  private final PauseStore pauses;
  private final NodeStore nodes;
  private final Times times;

  OperationPages(CircuitStore circuits, PauseStore pauses, NodeStore nodes, Times times) {
    this.circuits = circuits;
    this.pauses = pauses;
    this.nodes = nodes;
    this.times = times;
  }

  /** A line about a destination. */
  record CircuitRow(
      String destination, boolean open, int failures, String since, String probe, String code) {}

  /** A line about something paused. */
  record PauseRow(String target, String reason, String actor, String at) {}

  /** A line about a node. */
  record NodeRow(String name, boolean draining, boolean drained, int running, String seenAt) {}

  @GetMapping("/operations")
  String operations(@AuthenticationPrincipal Caller caller, Model model) {
    model.addAttribute("caller", caller);
    model.addAttribute("circuits", circuits.all().stream().map(this::row).toList());
    model.addAttribute("pauses", pauses.of(caller.tenant()).stream().map(this::row).toList());
    model.addAttribute("nodes", nodes.all().stream().map(this::row).toList());
    return "operations";
  }

  private CircuitRow row(Circuit circuit) {
    return new CircuitRow(
        circuit.destination(),
        circuit.isOpen(),
        circuit.failures(),
        times.text(circuit.openedAt()),
        times.text(circuit.probeAt()),
        circuit.lastCode());
  }

  private PauseRow row(Pause pause) {
    return new PauseRow(pause.target(), pause.reason(), pause.actor(), times.text(pause.at()));
  }

  private NodeRow row(Node node) {
    return new NodeRow(
        node.name(), node.draining(), node.drained(), node.running(), times.text(node.seenAt()));
  }
}
