package de.amtsbote.gateway.security;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys lie that protect stored content.
 *
 * @param file PKCS#12 file with AES-256 keys; absent with the embedded database, which then makes
 *     its own
 * @param passwordFile file whose first line opens it
 * @param storeKey alias of the key that wraps new data keys; all others only open old ones
 * @param rewrap how often data keys under older keys are looked for and wrapped anew
 */
@ConfigurationProperties("amtsbote.key-ring")
public record KeyRingProperties(
    Path file,
    Path passwordFile,
    @DefaultValue("payload-1") String storeKey,
    @DefaultValue("10m") Duration rewrap) {}
