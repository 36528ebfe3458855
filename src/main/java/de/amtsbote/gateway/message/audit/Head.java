package de.amtsbote.gateway.message.audit;

import de.amtsbote.gateway.message.MessageId;

/** What the row of a message says of its timeline. */
record Head(MessageId id, String tenant, String state, int length, String hash) {}
