package de.amtsbote.gateway.route.worker;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where routes and standards are.
 *
 * @param routes folder with the route files
 * @param routesPoll how often it is looked at
 * @param standards folder with the installed standard packages
 * @param standardsPoll how often it is looked at
 */
@ConfigurationProperties("amtsbote")
public record RouteProperties(
    @DefaultValue("routes") Path routes,
    @DefaultValue("1s") Duration routesPoll,
    @DefaultValue("standards") Path standards,
    @DefaultValue("2s") Duration standardsPoll) {}
