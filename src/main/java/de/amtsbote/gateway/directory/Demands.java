package de.amtsbote.gateway.directory;

import java.util.Optional;

/**
 * What a service wants its messages to look like.
 *
 * @param container id of the content container, as agreed for the standard
 * @param content id of the content that holds the XML document
 * @param encrypted whether content is encrypted for the reader
 * @param signed whether the author signs the content
 * @param subject subject that the service expects; empty: the usual one
 * @param communication how it is talked to; empty where nobody says so
 */
public record Demands(
    String container,
    String content,
    boolean encrypted,
    boolean signed,
    Optional<String> subject,
    Optional<Communication> communication) {}
