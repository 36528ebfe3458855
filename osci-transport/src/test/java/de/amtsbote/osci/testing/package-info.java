/** What several tests need: keys, shared material, messages to break. */
package de.amtsbote.osci.testing;
