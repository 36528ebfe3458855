package de.amtsbote.gateway.entry.scan;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A virus scanner that speaks the protocol of clamd.
 *
 * @param host where it runs; absent: nothing is scanned
 * @param port where clamd listens
 * @param timeout for a connection, and for each piece that it takes
 * @param verdictTimeout for its answer once it has all; longer than its {@code MaxScanTime}, so
 *     that it tells itself what takes it too long
 */
@ConfigurationProperties("amtsbote.virus-scanner")
record ScannerProperties(
    String host,
    @DefaultValue("3310") int port,
    @DefaultValue("30s") Duration timeout,
    @DefaultValue("150s") Duration verdictTimeout) {}
