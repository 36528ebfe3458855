/** The XTA mailbox entry: fetches from the mailboxes of other XTA servers. */
package de.amtsbote.gateway.entry.xta.fetch;
