/** Webhooks: tells portals what became of their messages, signed and in order. */
package de.amtsbote.gateway.delivery.webhook;
