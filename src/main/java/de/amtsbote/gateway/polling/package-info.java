/** Looks that are repeated at an interval, for every floor. */
package de.amtsbote.gateway.polling;
