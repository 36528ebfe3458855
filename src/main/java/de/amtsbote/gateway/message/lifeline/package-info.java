/** Connections to the database by which a node shows that it lives, however busy all others are. */
package de.amtsbote.gateway.message.lifeline;
