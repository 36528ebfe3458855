/**
 * Algorithms, the policy that admits them, the providers that compute them, and the port to private
 * keys.
 */
package de.amtsbote.osci.crypto;
