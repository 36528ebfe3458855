package de.amtsbote.gateway.entry.body;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the entries take.
 *
 * @param body largest request body
 * @param parts most parts of a multipart body
 */
@ConfigurationProperties("amtsbote.limits")
public record LimitsProperties(
    @DefaultValue("200MB") DataSize body, @DefaultValue("200") int parts) {}
