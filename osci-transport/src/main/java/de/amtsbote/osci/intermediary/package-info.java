/** The intermediary: dialogs, mailboxes, process cards, certificate checks. */
package de.amtsbote.osci.intermediary;
