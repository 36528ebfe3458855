package de.amtsbote.gateway.delivery.webhook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How portals are told of their messages.
 *
 * @param source what the gateway calls itself in its events (CloudEvents source, a URI reference)
 * @param poll how soon an event is sent after it was written
 * @param portals portals that a node tells at the same time; each takes a thread of the work
 * @param parallel events sent to one portal at the same time, of different messages
 * @param timeout from the start of a request to the status of the answer
 * @param firstBackoff delay after the first failure
 * @param maxBackoff longest delay between two attempts
 * @param budget how long an event is tried again before it is given up; the feed still has it
 */
@ConfigurationProperties("amtsbote.events")
public record WebhookProperties(
    @DefaultValue("urn:amtsbote") String source,
    @DefaultValue("1s") Duration poll,
    @DefaultValue("2") int portals,
    @DefaultValue("4") int parallel,
    @DefaultValue("10s") Duration timeout,
    @DefaultValue("5s") Duration firstBackoff,
    @DefaultValue("15m") Duration maxBackoff,
    @DefaultValue("3d") Duration budget) {}
