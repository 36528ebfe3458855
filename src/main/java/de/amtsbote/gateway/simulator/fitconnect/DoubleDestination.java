package de.amtsbote.gateway.simulator.fitconnect;

import de.amtsbote.gateway.fitconnect.jose.RsaJwk;
import java.util.List;
import java.util.UUID;

/**
 * A destination that the double knows.
 *
 * @param subscriber OAuth client that may fetch from it
 * @param encryption key that submissions are encrypted for; only its public half is used
 * @param signing key that its events are signed with; only its public half is used
 * @param publicService identifier of the service that it offers
 * @param schemas URIs of the schemas of documents that it takes
 */
public record DoubleDestination(
    UUID id,
    String subscriber,
    RsaJwk encryption,
    RsaJwk signing,
    String publicService,
    List<String> schemas) {}
