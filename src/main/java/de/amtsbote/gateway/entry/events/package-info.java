/** The feed of events that portals poll. */
package de.amtsbote.gateway.entry.events;
