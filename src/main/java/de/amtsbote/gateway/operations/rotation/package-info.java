/** The recurring job that brings data keys under the current key of the key ring. */
package de.amtsbote.gateway.operations.rotation;
