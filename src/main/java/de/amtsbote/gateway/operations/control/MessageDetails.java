package de.amtsbote.gateway.operations.control;

import de.amtsbote.gateway.message.Attempt;
import de.amtsbote.gateway.message.Part;
import de.amtsbote.gateway.message.Reason;
import de.amtsbote.gateway.message.TimelineEntry;
import de.amtsbote.gateway.message.audit.ChainBreak;
import java.util.List;

/**
 * All that operators may know of a message; never its content.
 *
 * @param chain where its timeline does not hold; null when it does
 */
record MessageDetails(
    MessageLine message,
    Reason reason,
    List<Part> parts,
    List<HandOver> transmissions,
    List<Attempt> attempts,
    List<TimelineEntry> timeline,
    ChainBreak chain) {}
