package de.amtsbote.gateway.entry.procedure;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How portals may wait for answers.
 *
 * @param longestWait longest time that a request waits, whatever it prefers
 * @param mostWaiting requests that wait at once; others get their receipt as if they did not ask
 */
@ConfigurationProperties("amtsbote.answers")
public record AnswerProperties(
    @DefaultValue("60s") Duration longestWait, @DefaultValue("500") int mostWaiting) {}
