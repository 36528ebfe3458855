package de.amtsbote.osci.content;

import de.amtsbote.osci.xml.XmlLimits;

/**
 * Limits of one delivery.
 *
 * @param xml of each decrypted container
 * @param nesting containers inside of containers
 * @param items signatures, contents and encrypted data of one container with those nested in it
 */
public record OpeningLimits(XmlLimits xml, int nesting, int items) {}
