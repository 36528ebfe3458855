package de.amtsbote.osci.content;

import de.amtsbote.osci.security.EncryptedElement;

/**
 * A child of a content package or container as it was read.
 *
 * @param stored its canonical octets
 * @param encrypted its structure; null for a plain container
 */
public record PackageElement(StoredElement stored, EncryptedElement encrypted) {}
