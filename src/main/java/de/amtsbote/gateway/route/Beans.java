package de.amtsbote.gateway.route;

import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.util.function.Suppliers;

/** Finds the gateway's own services for a component that Camel made. */
public final class Beans {

  private Beans() {}

  /**
   * The one bean of a type, looked for when it is needed first. Camel starts the endpoints of a
   * route also where the route is only checked and no gateway runs.
   */
  public static <T> Supplier<T> lazily(Endpoint asking, Class<T> type) {
    return Suppliers.memorize(() -> required(asking.getCamelContext(), type));
  }

  /** The one bean of a type. */
  public static <T> T required(CamelContext context, Class<T> type) {
    var bean = context.getRegistry().findSingleByType(type);
    if (bean == null) {
      throw new IllegalStateException(
          "This Camel context has no " + type.getSimpleName() + "; routes run in the gateway only");
    }
    return bean;
  }
}
