/** The REST door of the mailboxes: readers list, fetch, acknowledge and answer. */
package de.amtsbote.gateway.entry.procedure;
