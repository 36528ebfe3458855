/** Ports for servers that tests start later, for tests only. */
package de.amtsbote.osci.testport;
