package de.amtsbote.gateway.cli.demo;

import de.amtsbote.gateway.cli.sample.Attachment;
import java.nio.file.Path;
import java.util.List;

/**
 * One application as the portal hands it in, with what must become of it.
 *
 * @param title what the table calls it
 * @param idempotencyKey two applications with the same key are one to the gateway
 */
record Application(
    String title,
    Path payload,
    List<Attachment> attachments,
    String idempotencyKey,
    Expectation expectation) {}
