package de.amtsbote.gateway.route.xoev;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds for every validation of this installation.
 *
 * @param production whether this installation is productive: it refuses messages that bear a test
 *     flag, whatever a route says
 * @param validation file with the levels and severities of standards and partners
 * @param validationPoll how often it is looked at
 */
@ConfigurationProperties("amtsbote")
record XoevSettings(
    @DefaultValue("true") boolean production,
    Path validation,
    @DefaultValue("2s") Duration validationPoll) {}
