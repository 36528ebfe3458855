/**
 * Canonical XML: a strict reader that yields canonical octets on the way, and a writer that is
 * canonical by construction.
 */
package de.amtsbote.osci.xml;
