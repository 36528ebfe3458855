package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.security.AccountLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The XTA 2 server.
 *
 * @param enabled whether the three ports are opened, at {@code /xta/management}, {@code /xta/send}
 *     and {@code /xta/msgbox}
 * @param prefix what the message ids of this server begin with: {@code
 *     urn:de:xta:messageid:PREFIX:}
 * @param identity how this server calls itself in transport reports; the prefix if absent
 * @param limit largest content of one message, decoded; the standard says 40 MB
 * @param accounts who may call, by name
 * @param validate whether a message of an installed standard that is wrong is refused at once, with
 *     9050; else its transport report says so
 * @param profiles what is agreed for services, by any name
 */
@ConfigurationProperties("amtsbote.xta.server")
record XtaServerProperties(
    @DefaultValue("false") boolean enabled,
    @DefaultValue("amtsbote") String prefix,
    String identity,
    @DefaultValue("40MB") DataSize limit,
    @DefaultValue Tls tls,
    @DefaultValue Proxy proxy,
    @DefaultValue Map<String, Account> accounts,
    @DefaultValue("true") boolean validate,
    @DefaultValue Map<String, ServiceProfile> profiles) {

  /**
   * The server's own connector, which asks every caller for a certificate.
   *
   * @param port 0 for any free one
   * @param keyStore PKCS#12 file with the server's key; without it there is no connector
   * @param passwordFile file whose first line opens it
   * @param alias alias of the server's key
   * @param trust folder with the certificates of the authorities whose certificates callers hold
   *     ({@code *.cer}, {@code *.crt}, {@code *.pem}) and their revocation lists ({@code *.crl})
   */
  record Tls(
      @DefaultValue("8443") int port,
      Path keyStore,
      Path passwordFile,
      @DefaultValue("tls") String alias,
      Path trust) {}

  /**
   * A proxy that ends TLS and names the certificate of its caller.
   *
   * @param addresses IP addresses that are believed; none by default
   * @param header the header with the certificate, as URL-encoded PEM
   */
  record Proxy(
      @DefaultValue List<String> addresses, @DefaultValue("X-SSL-Client-Cert") String header) {}

  /**
   * One account.
   *
   * @param tenant whose messages these are
   * @param certificates SHA-256 of the certificates that prove to be this account, hex
   * @param parties for whom it writes and reads, such as {@code ags:99000001}
   * @param services services it has booked; all when none is named
   * @param locked whether it is shut out for now
   * @param authorCategory kind of authority that its certificates must belong to in the DVDV to
   *     hand in, such as {@code Meldebehörde}; absent: not checked
   * @param limits what it may hand in; where it has none, amtsbote.limits.account counts
   * @param tolerant whether its orders may lack BusinessScenario and Service, which the schema
   *     requires; the transport report then has a warning
   */
  record Account(
      String tenant,
      @DefaultValue Set<String> certificates,
      @DefaultValue Set<String> parties,
      @DefaultValue Set<String> services,
      @DefaultValue("false") boolean locked,
      String authorCategory,
      AccountLimits limits,
      @DefaultValue("false") boolean tolerant) {}
}
