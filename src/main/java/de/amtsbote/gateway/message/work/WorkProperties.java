package de.amtsbote.gateway.message.work;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the work of messages is done.
 *
 * @param enabled false on a node that only takes messages in
 * @param threads messages worked on at the same time by this node
 * @param jobThreads recurring jobs done at the same time by this node; each mailbox (OSCI, XTA),
 *     destination and receiver of FIT-Connect, delivery in two steps and webhook is one, and so are
 *     the receipts of OSCI and the reports of XTA: more than may be slow together, for else
 *     deadlines and what waits for a destination wait for them
 * @param pollInterval how soon a node notices work that another node left; its own work starts at
 *     once
 * @param heartbeat how often a node shows that it lives; after six missed ones its work is taken
 *     over
 * @param firstBackoff delay after the first failed attempt
 * @param maxBackoff longest delay between two attempts
 * @param budget how long a message is tried again before it is parked
 * @param routes what differs for the messages of a route, by its id
 * @param partners what differs for a partner of the directory or a delivery, by its name
 * @param stopWait how long a stopping node waits for running work
 */
@ConfigurationProperties("amtsbote.work")
public record WorkProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("8") int threads,
    @DefaultValue("8") int jobThreads,
    @DefaultValue("1s") Duration pollInterval,
    @DefaultValue("5s") Duration heartbeat,
    @DefaultValue("2s") Duration firstBackoff,
    @DefaultValue("15m") Duration maxBackoff,
    @DefaultValue("24h") Duration budget,
    @DefaultValue Map<String, Retry> routes,
    @DefaultValue Map<String, Retry> partners,
    @DefaultValue("30s") Duration stopWait) {}
