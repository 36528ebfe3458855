/** A little PKI made in memory, for tests only. */
package de.amtsbote.osci.testpki;
