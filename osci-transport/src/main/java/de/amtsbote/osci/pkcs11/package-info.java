/** Private keys that stay in a PKCS#11 token. */
package de.amtsbote.osci.pkcs11;
