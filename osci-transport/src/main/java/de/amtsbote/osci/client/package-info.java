/** The client of an intermediary: sending, fetching, process cards, explicit dialogs. */
package de.amtsbote.osci.client;
