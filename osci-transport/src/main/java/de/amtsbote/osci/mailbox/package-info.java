/** What an intermediary keeps: message ids, deliveries, process cards and dialogs. */
package de.amtsbote.osci.mailbox;
