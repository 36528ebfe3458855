package de.amtsbote.gateway.entry;

import de.amtsbote.gateway.GatewayTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** Runs against a gateway with two places and little patience; all such tests share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@GatewayTest
@TestPropertySource(
    properties = {
      "amtsbote.limits.intakes=2",
      "amtsbote.limits.intake-wait=200ms",
      "amtsbote.limits.min-rate=1KB",
      "amtsbote.limits.rate-grace=1s",
      "server.tomcat.connection-timeout=2s",
      "spring.datasource.hikari.maximum-pool-size=4"
    })
@interface TightGatewayTest {}
