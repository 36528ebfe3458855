package de.amtsbote.gateway.delivery;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The configured deliveries.
 *
 * @param deliveries by the name that routes use
 */
@ConfigurationProperties("amtsbote")
public record DeliveryProperties(@DefaultValue Map<String, DeliverySettings> deliveries) {}
