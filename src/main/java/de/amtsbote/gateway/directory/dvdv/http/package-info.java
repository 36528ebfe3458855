/** Version 2 of the DVDV's interface over HTTP: servers, tokens, fail-over, strict reading. */
package de.amtsbote.gateway.directory.dvdv.http;
