package de.amtsbote.gateway.delivery;

import de.amtsbote.gateway.security.ClientTls;
import de.amtsbote.gateway.security.TrustFolder;
import javax.net.ssl.SSLContext;

/** Opens key and trust of deliveries. */
public final class DeliveryTls {

  private final ClientTls tls;
  private final boolean samplesAllowed;

  /**
   * Opens nothing yet.
   *
   * @param samplesAllowed true in the demo and in tests only
   */
  public DeliveryTls(ClientTls tls, boolean samplesAllowed) {
    this.tls = tls;
    this.samplesAllowed = samplesAllowed;
  }

  /**
   * How a delivery connects; null for what the JDK trusts.
   *
   * @throws de.amtsbote.gateway.message.GatewayException as {@link ClientTls#context}
   */
  public SSLContext of(String name, DeliverySettings settings) {
    var wanted = settings.tls();
    if (wanted == null) {
      return null;
    }
    var setting = "amtsbote.deliveries." + name + ".tls.trust";
    return tls.context(
        wanted.keyStore(),
        wanted.passwordFile(),
        wanted.alias(),
        new TrustFolder(setting, wanted.trust(), samplesAllowed));
  }
}
