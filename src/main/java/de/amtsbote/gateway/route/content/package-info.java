/** The message that a route works on: its parts, re-readable, streamed from the store. */
package de.amtsbote.gateway.route.content;
