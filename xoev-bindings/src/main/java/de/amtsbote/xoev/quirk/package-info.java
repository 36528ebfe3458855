/** Deviations of single partners that are tolerated on entry, as data. */
package de.amtsbote.xoev.quirk;
