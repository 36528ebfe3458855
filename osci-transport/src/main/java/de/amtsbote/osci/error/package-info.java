/** What can be wrong with a message, as typed errors with rule, feedback code and permanence. */
package de.amtsbote.osci.error;
