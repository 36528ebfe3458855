/** {@code amtsbote certificates}: a sample PKI for the demo and the tests. */
package de.amtsbote.gateway.cli.certificates;
