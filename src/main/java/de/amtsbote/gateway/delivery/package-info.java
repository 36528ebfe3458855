/** Hand-over to Fachverfahren, each kind behind one small interface. */
package de.amtsbote.gateway.delivery;
