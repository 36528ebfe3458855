/** OSCI-Transport 1.2 without frameworks: messages, client, passive recipient and intermediary. */
package de.amtsbote.osci;
