package de.amtsbote.gateway.cli.demo;

import java.nio.file.Path;

/** A file that a portal sends along with an application. */
record Attachment(String name, String mediaType, Path content) {}
