/** The MIME packaging of OSCI messages, read and written as a stream. */
package de.amtsbote.osci.mime;
