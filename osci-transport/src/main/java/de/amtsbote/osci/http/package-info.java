/** OSCI over HTTP: the sending side, the receiving side, and fetching revocation data. */
package de.amtsbote.osci.http;
