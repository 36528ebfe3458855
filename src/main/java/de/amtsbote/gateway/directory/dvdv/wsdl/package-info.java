/** Reads service descriptions of type WSDL_OSCI, which are untrusted XML. */
package de.amtsbote.gateway.directory.dvdv.wsdl;
