/** Reads what callers send as a body: within limits, as a stream, part by part. */
package de.amtsbote.gateway.entry.body;
