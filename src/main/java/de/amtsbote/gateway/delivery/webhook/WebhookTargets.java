package de.amtsbote.gateway.delivery.webhook;

import de.amtsbote.gateway.message.event.PushSubscriptions;
import de.amtsbote.gateway.security.Accounts;
import java.util.Map;
import java.util.stream.Collectors;

/** The webhooks of all accounts, checked at start. */
final class WebhookTargets implements PushSubscriptions {

  private final Map<String, WebhookTarget> targets;

  WebhookTargets(Accounts accounts) {
    this.targets =
        accounts.webhooks().entrySet().stream()
            .map(it -> WebhookTarget.of(it.getKey(), it.getValue()))
            .collect(Collectors.toMap(WebhookTarget::account, it -> it));
  }

  WebhookTarget of(String account) {
    return targets.get(account);
  }

  @Override
  public boolean includes(String tenant, String account) {
    var target = targets.get(account);
    return target != null && target.tenant().equals(tenant);
  }
}
