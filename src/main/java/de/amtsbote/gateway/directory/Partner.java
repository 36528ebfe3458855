package de.amtsbote.gateway.directory;

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

  boolean offers(String service) {
    return services.isEmpty() || services.contains(service);
  }
}
