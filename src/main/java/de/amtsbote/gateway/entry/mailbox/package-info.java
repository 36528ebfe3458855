/** Fetches what lies in OSCI mailboxes into the store. */
package de.amtsbote.gateway.entry.mailbox;
