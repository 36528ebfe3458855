/**
 * Temporary octets: small ones in memory, larger ones in files encrypted under a key that lives in
 * memory only.
 */
package de.amtsbote.osci.spool;
