/** The embedded OSCI intermediary: its endpoint, and its mailboxes in PostgreSQL. */
package de.amtsbote.gateway.intermediary;
