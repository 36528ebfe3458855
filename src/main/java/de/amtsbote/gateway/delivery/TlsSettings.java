package de.amtsbote.gateway.delivery;

import java.nio.file.Path;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Own key and trust of connections to one receiver.
 *
 * @param keyStore PKCS#12 file with the own key; none shows no certificate
 * @param passwordFile file whose first line opens it
 * @param alias alias of that key
 * @param trust folder with the certificates of the authorities that the receiver's certificate
 *     comes from; nobody else is trusted
 */
public record TlsSettings(
    Path keyStore, Path passwordFile, @DefaultValue("tls") String alias, Path trust) {}
