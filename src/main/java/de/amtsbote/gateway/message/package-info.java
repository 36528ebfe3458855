/**
 * The domain and its store: messages, their states, timeline and parts in PostgreSQL; it knows no
 * other package of the gateway.
 */
package de.amtsbote.gateway.message;
