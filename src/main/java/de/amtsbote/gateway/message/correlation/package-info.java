/** What belongs together: the ids of a message in all systems, and the messages that answer it. */
package de.amtsbote.gateway.message.correlation;
