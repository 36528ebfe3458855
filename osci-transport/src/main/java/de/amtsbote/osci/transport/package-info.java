/** How an OSCI message gets to the other side and its answer back; knows nothing of OSCI itself. */
package de.amtsbote.osci.transport;
