/** Takes OSCI deliveries into the store: fetched from mailboxes, or brought by intermediaries. */
package de.amtsbote.gateway.entry.mailbox;
