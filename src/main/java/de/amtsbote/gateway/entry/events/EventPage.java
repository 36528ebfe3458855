package de.amtsbote.gateway.entry.events;

import de.amtsbote.gateway.delivery.webhook.CloudEvent;
import java.util.List;

/**
 * A page of the feed, oldest first.
 *
 * @param next give it as {@code after} to go on; the same as before when there is nothing new
 */
record EventPage(List<CloudEvent> events, String next) {}
