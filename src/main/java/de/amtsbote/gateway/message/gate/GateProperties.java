package de.amtsbote.gateway.message.gate;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a destination counts as down, and how it is asked whether it is back.
 *
 * @param failures transient failures one after the other, over all nodes, that open the circuit
 * @param firstPause how long after opening the first message tries it again
 * @param longestPause longest time between two such probes
 * @param probeTimeout how long after the last sign of life of its node a probe, or a place at a
 *     destination with limited concurrency, counts as lost; a node that lives shows it three times
 *     as often, so both may take longer
 * @param wake most messages that are woken in one round once the destination is back
 * @param round time between two rounds
 */
@ConfigurationProperties("amtsbote.circuit")
public record GateProperties(
    @DefaultValue("5") int failures,
    @DefaultValue("10s") Duration firstPause,
    @DefaultValue("5m") Duration longestPause,
    @DefaultValue("30s") Duration probeTimeout,
    @DefaultValue("100") int wake,
    @DefaultValue("1s") Duration round) {}
