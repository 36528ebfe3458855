/**
 * The domain and its store: messages, their states, timeline and parts in PostgreSQL, and the work
 * that waits for them; it knows no other package of the gateway.
 */
package de.amtsbote.gateway.message;
