/** Certificate checks: path, validity, key usage and revocation, at a given instant. */
package de.amtsbote.osci.trust;
