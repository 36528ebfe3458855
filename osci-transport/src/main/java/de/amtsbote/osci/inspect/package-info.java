/** Looks into a message in hand and says what it is, and what is wrong with it. */
package de.amtsbote.osci.inspect;
