package de.amtsbote.gateway.delivery.webhook;

import de.amtsbote.gateway.delivery.signature.SharedSecret;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.security.Caller;
import de.amtsbote.gateway.security.WebhookSettings;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where the events of an account go to, checked: https, or http to this very machine. */
record WebhookTarget(String tenant, String account, URI url, List<SharedSecret> secrets) {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * Checks the settings of an account.
   *
   * @throws GatewayException {@link ErrorCode#CONFIGURATION_INVALID}
   */
  static WebhookTarget of(Caller caller, WebhookSettings settings) {
    var name = "amtsbote.accounts." + caller.account() + ".webhook";
    if (settings.url() == null || !isAllowed(settings.url())) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID,
          name + ".url must be an https address without user and fragment");
    }
    var secrets = WebhookSecret.of(name, settings);
    // a secret that is missing or too short is told at start, not at the first event
    secrets.forEach(SharedSecret::read);
    return new WebhookTarget(caller.tenant(), caller.account(), settings.url(), secrets);
  }

  private static boolean isAllowed(URI url) {
    if (url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
      return false;
    }
    return "https".equalsIgnoreCase(url.getScheme())
        || ("http".equalsIgnoreCase(url.getScheme())
            && THIS_MACHINE.contains(url.getHost().toLowerCase(Locale.ROOT)));
  }
}
