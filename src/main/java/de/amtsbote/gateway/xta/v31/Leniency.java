package de.amtsbote.gateway.xta.v31;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/**
 * Completes transport orders that lack what some programs leave out although the schema requires
 * it, so that what goes on from here obeys the schema.
 */
public final class Leniency {

  /** Stands for the service that an order does not name. */
  public static final String NO_SERVICE = "urn:de:amtsbote:xta:service:unbekannt";

  private static final String NO_SCENARIO = "unbekannt";
  private static final String SERVICE = "Service";
  private static final String SCENARIO = "BusinessScenario";
  private static final String MESSAGE_TYPE = "MessageType";

  private Leniency() {}

  /**
   * Fills what is missing into the element itself.
   *
   * @return the names of what was missing
   */
  public static List<String> complete(Element metadata) {
    return Elements.find(metadata, "Qualifier").map(Leniency::qualifier).orElse(List.of());
  }

  private static List<String> qualifier(Element qualifier) {
    var missing = new ArrayList<String>();
    var scenario = Elements.find(qualifier, SCENARIO);
    if (scenario.filter(it -> !Elements.all(it).isEmpty()).isEmpty()) {
      var given = scenario.orElseGet(() -> insert(qualifier, SCENARIO, MESSAGE_TYPE));
      given.setTextContent("");
      given.appendChild(element(qualifier, "Undefined")).setTextContent(NO_SCENARIO);
      missing.add(SCENARIO);
    }
    var service = Elements.find(qualifier, SERVICE);
    if (service.filter(it -> !Elements.text(it).isEmpty()).isEmpty()) {
      service.orElseGet(() -> insert(qualifier, SERVICE, SCENARIO)).setTextContent(NO_SERVICE);
      missing.add(SERVICE);
    }
    return missing;
  }

  private static Element insert(Element qualifier, String name, String before) {
    var next = Elements.find(qualifier, before).orElse(null);
    return (Element) qualifier.insertBefore(element(qualifier, name), next);
  }

  private static Element element(Element like, String name) {
    var prefix = like.getPrefix() == null ? "" : like.getPrefix() + ":";
    return like.getOwnerDocument().createElementNS(Names.METADATA, prefix + name);
  }
}
