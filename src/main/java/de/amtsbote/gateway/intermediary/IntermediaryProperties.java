package de.amtsbote.gateway.intermediary;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The embedded intermediary.
 *
 * @param enabled whether it takes orders at {@code /osci/intermediary}
 * @param keyStore PKCS#12 file with its keys
 * @param passwordFile file whose only line is the password
 * @param signatureAlias alias of the key that signs its answers
 * @param cipherAlias alias of the key that opens orders
 * @param maxMessageSize largest order that is read
 * @param dialogTimeout a dialog that was not used for so long is over
 */
@ConfigurationProperties("amtsbote.intermediary")
public record IntermediaryProperties(
    @DefaultValue("false") boolean enabled,
    Path keyStore,
    Path passwordFile,
    @DefaultValue("signature") String signatureAlias,
    @DefaultValue("cipher") String cipherAlias,
    @DefaultValue("2GB") DataSize maxMessageSize,
    @DefaultValue("10m") Duration dialogTimeout) {}
