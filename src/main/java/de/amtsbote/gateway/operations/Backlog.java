package de.amtsbote.gateway.operations;

import java.time.Duration;

/**
 * What waits in this moment, over all tenants.
 *
 * @param open messages that the gateway still has to move on
 * @param parked messages that wait for an operator
 * @param overdue how long the work that is due longest has waited; zero without
 */
record Backlog(long open, long parked, Duration overdue) {}
