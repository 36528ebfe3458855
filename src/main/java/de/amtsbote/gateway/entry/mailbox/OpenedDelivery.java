package de.amtsbote.gateway.entry.mailbox;

import de.amtsbote.osci.content.OpenedContent;
import java.util.Set;

/**
 * A delivery that was opened and whose authors were checked.
 *
 * @param legacy whether it, or the order that brought it, needed the policy for a single partner
 * @param tolerated algorithms that are old, sorted
 * @param authors SHA-1 of the certificates that signed the content, each once; empty when a part of
 *     it is not signed
 * @param unchecked whether nobody could tell if an author's certificate was revoked
 */
record OpenedDelivery(
    OpenedContent content,
    boolean legacy,
    Set<String> tolerated,
    Set<String> authors,
    boolean unchecked) {}
