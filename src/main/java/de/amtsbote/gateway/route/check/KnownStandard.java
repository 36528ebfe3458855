package de.amtsbote.gateway.route.check;

import java.util.Map;

/**
 * An installed standard, as far as routes name it.
 *
 * @param messageTypes the codes of its message types by the local names of their root elements
 */
public record KnownStandard(String name, String version, Map<String, String> messageTypes) {

  public KnownStandard {
    messageTypes = Map.copyOf(messageTypes);
  }
}
