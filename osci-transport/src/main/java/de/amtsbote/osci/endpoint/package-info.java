/** The receiving side of OSCI, common to intermediary and passive recipient. */
package de.amtsbote.osci.endpoint;
