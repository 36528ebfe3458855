package de.amtsbote.gateway.delivery.webhook;

import de.amtsbote.gateway.message.event.EventStore;
import de.amtsbote.gateway.security.Accounts;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the webhooks together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
@Import(WebhookTasks.class)
class WebhookConfiguration {

  @Bean
  WebhookTargets webhookTargets(Accounts accounts) {
    return new WebhookTargets(accounts);
  }

  @Bean
  WebhookSlots webhookSlots(WebhookProperties properties) {
    return new WebhookSlots(properties.portals());
  }

  @Bean
  WebhookStatus webhookStatus(EventStore events, WebhookCircuitStore circuits) {
    return new WebhookStatus(events, circuits);
  }
}
