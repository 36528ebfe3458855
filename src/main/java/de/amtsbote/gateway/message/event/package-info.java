/** What portals are told about their messages: the feed, and the outbox of webhooks. */
package de.amtsbote.gateway.message.event;
