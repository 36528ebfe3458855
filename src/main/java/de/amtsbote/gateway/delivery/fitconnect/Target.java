package de.amtsbote.gateway.delivery.fitconnect;

import de.amtsbote.gateway.fitconnect.jose.RsaJwk;
import java.util.Map;

/**
 * What a destination publishes, as one submission needs it.
 *
 * @param key that it is encrypted for
 * @param publicService identifier and name
 * @param schema URI of the schema of the document
 */
record Target(RsaJwk key, Map<String, String> publicService, String schema) {}
