package de.amtsbote.gateway.directory;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.xoev.quirk.QuirkProfile;
import java.util.Set;

/**
 * An authority or procedure that messages go to.
 *
 * @param name logical name, used in routes
 * @param title name for people
 * @param readers keys under which messages name it as reader, such as {@code ags:99000001}
 * @param services services (Leistungen) it takes messages for; empty means all
 * @param quirks what is special about its messages
 * @param limits how much it takes in one message
 */
public record Partner(
    String name,
    String title,
    Set<String> readers,
    Set<String> services,
    QuirkProfile quirks,
    Limits limits,
    OsciChannel osci) {

  public Partner {
    readers = Set.copyOf(readers);
    services = Set.copyOf(services);
  }

  /**
   * Refuses an OSCI order that nobody at the partner looks for, where it is known how his service
   * is talked to: what is stored for a server that takes pushes only is never fetched.
   *
   * @param order store, forward or mediate
   * @throws GatewayException PARTNER_INCOMPLETE
   */
  public void requireTalkedToBy(String order) {
    var other = osci.demands().communication().filter(it -> !it.order().equals(order));
    if (other.isPresent()) {
      throw new GatewayException(
          ErrorCode.PARTNER_INCOMPLETE,
          "the service of '%s' wants osci:%s, as the directory says, not osci:%s"
              .formatted(name, other.get().order(), order));
    }
  }

  boolean offers(String service) {
    return services.isEmpty() || services.contains(service);
  }
}
