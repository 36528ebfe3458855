package de.amtsbote.gateway.cli.sample;

import java.nio.file.Path;

/** A file that a portal sends along with an application. */
public record Attachment(String name, String mediaType, Path content) {}
