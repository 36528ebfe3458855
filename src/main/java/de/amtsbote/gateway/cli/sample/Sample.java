package de.amtsbote.gateway.cli.sample;

import java.nio.file.Path;
import java.util.List;

/**
 * A sample application, written to disk.
 *
 * @param uuid the message UUID in its header
 */
public record Sample(Path payload, List<Attachment> attachments, String uuid) {}
