package de.amtsbote.gateway.operations.control;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.operations.node.Node;
import de.amtsbote.gateway.operations.node.NodeStore;
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

/** Operators see the nodes and take one out of service for maintenance. */
@RestController
@RequestMapping(path = "/api/v1/operations/nodes", produces = MediaType.APPLICATION_JSON_VALUE)
class NodeOperations {

  private final NodeStore nodes;
  private final OperationLogStore log;

  NodeOperations(NodeStore nodes, OperationLogStore log) {
    this.nodes = nodes;
    this.log = log;
  }

  /** The nodes that were seen lately. */
  record Nodes(List<Node> nodes) {}

  @GetMapping
  Nodes nodes() {
    return new Nodes(nodes.all());
  }

  @PostMapping("/{name}/{order:drain|resume}")
  Nodes order(
      @AuthenticationPrincipal Caller caller,
      @PathVariable("name") String name,
      @PathVariable("order") String order,
      @RequestBody GateOperations.Because because) {
    var reason = Operator.reason(because.reason());
    var actor = Operator.actor(caller);
    if (!nodes.order(name, order.equals("drain"), reason, actor)) {
      throw new GatewayException(ErrorCode.TARGET_UNKNOWN, "there is no such node");
    }
    log.add(caller.tenant(), actor, order, "node:" + name, reason, "{}");
    return nodes();
  }
}
