/** What composing and opening cost, beside the bare cost of their cryptography. */
package de.amtsbote.osci.benchmark;
