package de.amtsbote.gateway.delivery.webhook;

import de.amtsbote.gateway.delivery.signature.SharedSecret;
import de.amtsbote.gateway.security.WebhookSettings;
import java.util.ArrayList;
import java.util.List;

/** The secrets of an account. */
final class WebhookSecret {

  private WebhookSecret() {}

  /** The secret, and the next one while they change. */
  static List<SharedSecret> of(String name, WebhookSettings settings) {
    var secrets = new ArrayList<SharedSecret>();
    secrets.add(
        new SharedSecret(name + ".secret-file", settings.secretFile(), settings.secretEnv()));
    if (settings.nextSecretFile() != null || settings.nextSecretEnv() != null) {
      secrets.add(
          new SharedSecret(
              name + ".next-secret-file", settings.nextSecretFile(), settings.nextSecretEnv()));
    }
    return secrets;
  }
}
