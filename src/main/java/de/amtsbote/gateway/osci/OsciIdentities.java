package de.amtsbote.gateway.osci;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.osci.client.ClientIdentity;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The identities under which the gateway sends and fetches. */
public final class OsciIdentities {

  private final Map<String, ClientIdentity> byName = new TreeMap<>();
  private final String usual;

  /**
   * Opens the keys of all identities.
   *
   * @throws GatewayException CONFIGURATION_INVALID, KEY_RING_UNREADABLE or KEY_MISSING
   */
  public OsciIdentities(OsciProperties properties, OsciKeys keys) {
    properties.identities().forEach((name, it) -> byName.put(name, identity(name, it, keys)));
    usual = usual(properties.identity());
  }

  /** The names of all identities. */
  public Set<String> names() {
    return Set.copyOf(byName.keySet());
  }

  /** The name of the identity that is meant; the usual one when null is asked for. */
  public String name(String asked) {
    var name = asked == null ? usual : asked;
    if (name == null || !byName.containsKey(name)) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID,
          asked == null
              ? "no OSCI identity is configured as the usual one; set amtsbote.osci.identity"
              : "amtsbote.osci.identities has no '%s'".formatted(asked));
    }
    return name;
  }

  /** The identity of that name; the usual one when null is asked for. */
  public ClientIdentity get(String asked) {
    return byName.get(name(asked));
  }

  private String usual(String configured) {
    if (configured != null && !byName.containsKey(configured)) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID,
          "amtsbote.osci.identity names '%s', which amtsbote.osci.identities lacks"
              .formatted(configured));
    }
    return configured == null && byName.size() == 1
        ? byName.keySet().iterator().next()
        : configured;
  }

  private static ClientIdentity identity(
      String name, OsciProperties.Identity identity, OsciKeys keys) {
    var setting = "amtsbote.osci.identities." + name;
    return ClientIdentity.of(
        keys.key(setting, identity.keyStore(), identity.passwordFile(), identity.cipherAlias()),
        keys.key(setting, identity.keyStore(), identity.passwordFile(), identity.signatureAlias()));
  }
}
