package de.amtsbote.osci.content;

import de.amtsbote.osci.crypto.CipherAlgorithm;
import de.amtsbote.osci.crypto.KeyTransport;
import java.security.cert.X509Certificate;

/**
 * How something was encrypted.
 *
 * @param id of the EncryptedData element; null if it has none
 * @param cipher symmetric cipher
 * @param ivLength octets of the initialisation vector
 * @param keyTransport wrapping of the key we used; null for attachments
 * @param reader whose key opened it; null for attachments
 */
public record EncryptionFacts(
    String id,
    CipherAlgorithm cipher,
    int ivLength,
    KeyTransport keyTransport,
    X509Certificate reader) {}
