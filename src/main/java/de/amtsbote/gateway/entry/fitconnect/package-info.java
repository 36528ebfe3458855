/**
 * The entry of FIT-Connect: fetches submissions from own destinations and says what became of them.
 */
package de.amtsbote.gateway.entry.fitconnect;
