/** The passive recipient: takes deliveries that an intermediary pushes. */
package de.amtsbote.osci.recipient;
