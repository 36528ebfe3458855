/** Whole messages on the wire: composing, opening, order signature and transport encryption. */
package de.amtsbote.osci.wire;
