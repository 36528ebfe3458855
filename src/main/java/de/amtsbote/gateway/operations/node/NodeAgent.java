package de.amtsbote.gateway.operations.node;

import de.amtsbote.gateway.message.NodeName;
import de.amtsbote.gateway.polling.Poller;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Looks at the orders for this node as long as it runs. */
@Component
class NodeAgent implements SmartLifecycle {

  private final Drain drain;
  private final NodeStore nodes;
  private final NodeName name;
  private final Duration every;
  private Poller poller;

  NodeAgent(
      Drain drain, NodeStore nodes, NodeName name, @Value("${amtsbote.node.poll}") Duration every) {
    this.drain = drain;
    this.nodes = nodes;
    this.name = name;
    this.every = every;
  }

  @Override
  public synchronized void start() {
    nodes.forgetTheDead();
    drain.look();
    poller = new Poller("node", every, drain::look);
  }

  @Override
  public synchronized void stop() {
    poller.close();
    poller = null;
    try {
      nodes.leave(name.value());
    } catch (DataAccessException databaseIsGone) {
      // it is forgotten by itself
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return poller != null;
  }
}
