/**
 * The work that waits for messages: a durable queue shared by all nodes, run by each, with what a
 * failure means for a message.
 */
package de.amtsbote.gateway.message.work;
