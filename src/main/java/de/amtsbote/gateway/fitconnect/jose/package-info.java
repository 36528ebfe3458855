/** The parts of JOSE that FIT-Connect uses: JWK, JWE as a stream, and signed events. */
package de.amtsbote.gateway.fitconnect.jose;
