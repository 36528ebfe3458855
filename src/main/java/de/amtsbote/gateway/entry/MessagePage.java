package de.amtsbote.gateway.entry;

import java.util.List;

/**
 * A page of a listing, newest first.
 *
 * @param nextCursor gives the next page; null on the last one
 */
record MessagePage(List<MessageSummary> messages, String nextCursor) {}
