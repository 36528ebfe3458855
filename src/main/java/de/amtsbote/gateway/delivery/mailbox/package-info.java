/** Mailboxes: what is delivered waits until its reader has fetched it and says so. */
package de.amtsbote.gateway.delivery.mailbox;
