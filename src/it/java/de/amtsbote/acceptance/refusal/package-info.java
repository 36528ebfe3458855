/** The matrix of what the gateway must refuse, one class for each kind of bad input. */
package de.amtsbote.acceptance.refusal;
