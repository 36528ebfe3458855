/** What must be refused: one class per attack, each with the rule that catches it. */
package de.amtsbote.osci.refusal;
