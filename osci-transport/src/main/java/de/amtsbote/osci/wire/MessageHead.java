package de.amtsbote.osci.wire;

import de.amtsbote.osci.content.EncryptionFacts;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.RoleCertificates;
import java.util.List;

/**
 * What is needed to answer a message that was refused; nothing in it is verified.
 *
 * @param type of the message
 * @param control dialog data
 * @param certificates of all roles
 * @param languages for feedback texts
 * @param transport how it was encrypted; null if it was not
 */
public record MessageHead(
    MessageType type,
    ControlBlock control,
    RoleCertificates certificates,
    List<String> languages,
    EncryptionFacts transport) {}
