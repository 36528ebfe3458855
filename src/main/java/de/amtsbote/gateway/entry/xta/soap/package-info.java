/** SOAP 1.2 with MTOM and WS-Addressing, on Apache CXF: what of XTA is the same for every port. */
package de.amtsbote.gateway.entry.xta.soap;
