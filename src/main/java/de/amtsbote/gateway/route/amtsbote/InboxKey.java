package de.amtsbote.gateway.route.amtsbote;

import java.util.Optional;

/**
 * What is known of a message when its route is looked for.
 *
 * @param entry the kind of the entry: rest, xta, osci-mailbox, osci-push, fit-connect or route
 * @param account the account or mailbox within the entry
 * @param messageType the code of the message type
 * @param root the local name of the root element
 */
public record InboxKey(
    String entry,
    String account,
    Optional<String> standard,
    Optional<String> version,
    Optional<String> messageType,
    Optional<String> root,
    Optional<String> service) {}
