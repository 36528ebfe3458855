package de.amtsbote.gateway.directory.dvdv.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * How the servers are called.
 *
 * @param servers base addresses, the own one first
 * @param version path element of the interface's version
 * @param tokenUrl where tokens are given; null for the DVDV server itself
 * @param deadline time for a question over all servers and repetitions
 * @param connect until a connection stands
 * @param answer from the start of a request to the last byte of its answer
 * @param largest largest answer, bytes
 * @param batch most questions in one batch
 * @param renewBefore how long before its end a token is renewed
 * @param failures one after the other that open the circuit of a server
 * @param firstPause how long it is left alone then
 * @param longestPause longest such time
 * @param betweenRounds pause before busy servers are asked again
 */
public record DvdvHttpSettings(
    List<URI> servers,
    DvdvAccess access,
    String version,
    URI tokenUrl,
    Duration deadline,
    Duration connect,
    Duration answer,
    long largest,
    int batch,
    Duration renewBefore,
    int failures,
    Duration firstPause,
    Duration longestPause,
    Duration betweenRounds) {}
