package de.amtsbote.gateway.delivery.drop;

import de.amtsbote.gateway.message.gate.Gates;
import org.springframework.context.ApplicationContext;

/** The look for answers, for tests of other packages. */
public final class TestLooks {

  private TestLooks() {}

  /** Looks into the folder of a delivery once, each time it is run. */
  public static Runnable at(ApplicationContext gateway, String delivery) {
    var look = gateway.getBean(Drops.class).look(delivery, gateway.getBean(Gates.class));
    return () -> look.run(() -> false);
  }
}
