/** The XTA 2 server: portals hand in and ask, readers fetch, over mutual TLS. */
package de.amtsbote.gateway.entry.xta;
