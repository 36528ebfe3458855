/** What can be asked of the DVDV, and its answers; free of the version of its interface. */
package de.amtsbote.gateway.directory.dvdv.api;
