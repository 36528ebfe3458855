/** What HTTP means to whoever calls others, in one place. */
package de.amtsbote.gateway.http;
