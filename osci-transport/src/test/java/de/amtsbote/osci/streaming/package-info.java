/** Memory that does not grow with the message. */
package de.amtsbote.osci.streaming;
