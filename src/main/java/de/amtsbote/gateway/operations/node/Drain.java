package de.amtsbote.gateway.operations.node;

import de.amtsbote.gateway.message.NodeName;
import de.amtsbote.gateway.message.work.WorkControl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Shows every few seconds that this node lives, and does what was ordered: a draining node claims
 * no more work, its entries refuse, its readiness tells the load balancer; what runs goes on.
 */
@Component
class Drain {

  private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

  private final NodeStore nodes;
  private final WorkControl work;
  private final NodeName name;
  private final ApplicationContext context;
  private volatile boolean draining;

  Drain(NodeStore nodes, WorkControl work, NodeName name, ApplicationContext context) {
    this.nodes = nodes;
    this.work = work;
    this.name = name;
    this.context = context;
  }

  /** True while nothing new is taken. */
  boolean isDraining() {
    return draining;
  }

  /** Messages and jobs that this node works on now. */
  int running() {
    return work.running();
  }

  /** One look at the orders. */
  synchronized void look() {
    var ordered = nodes.show(name.value(), work.running());
    if (ordered && !draining) {
      draining = true;
      work.pause();
      AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
      LOG.info("this node is taken out of service; {} works go on", work.running());
    } else if (!ordered && draining) {
      draining = false;
      work.resume();
      AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
      LOG.info("this node is in service again");
    }
    if (draining) {
      work.showLife();
    }
  }
}
