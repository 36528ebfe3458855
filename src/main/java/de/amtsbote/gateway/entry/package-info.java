/** Where messages come in: each entry authenticates, hands to the store, and answers. */
package de.amtsbote.gateway.entry;
