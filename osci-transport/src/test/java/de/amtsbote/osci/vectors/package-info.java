/** Messages of the reference library, read and verified. */
package de.amtsbote.osci.vectors;
