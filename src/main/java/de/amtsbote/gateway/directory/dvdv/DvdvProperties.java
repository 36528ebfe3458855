package de.amtsbote.gateway.directory.dvdv;

import de.amtsbote.gateway.directory.dvdv.http.DvdvAccess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the DVDV is asked.
 *
 * @param servers base addresses of DVDV servers, the own one first; none: the DVDV is not asked
 * @param access how the gateway proves itself: intern, standalone or bundesmaster
 * @param version version of the interface
 * @param tokenUrl where tokens are given; with access bundesmaster only
 * @param keyStore PKCS#12 file with the key of the certificate that is entered in the DVDV
 * @param passwordFile file whose first line opens it
 * @param alias alias of that key
 * @param trust folder with the certificates of the authorities that the servers' TLS certificates
 *     come from
 * @param networks ways that may be used, in order: internet, testa
 * @param services services by a name that you choose: which URI in the DVDV stands for which
 *     messages
 * @param extract folder with kept answers, JSON, for what the DVDV does not know or when it is down
 * @param deadline time for one question over all servers and repetitions
 * @param largestAnswer larger answers are refused
 * @param batch most questions in one batch
 * @param renewTokenBefore how long before its end a token is renewed
 * @param timeouts how long a server may take
 * @param circuit when a server is left alone
 * @param cache how long answers are kept
 */
@ConfigurationProperties("amtsbote.dvdv")
record DvdvProperties(
    @DefaultValue List<URI> servers,
    @DefaultValue("standalone") DvdvAccess access,
    @DefaultValue("v2") String version,
    URI tokenUrl,
    Path keyStore,
    Path passwordFile,
    @DefaultValue("dvdv") String alias,
    Path trust,
    @DefaultValue("internet") List<Network> networks,
    @DefaultValue Map<String, Service> services,
    Path extract,
    @DefaultValue("5m") Duration deadline,
    @DefaultValue("8MB") DataSize largestAnswer,
    @DefaultValue("200") int batch,
    @DefaultValue("5m") Duration renewTokenBefore,
    @DefaultValue Timeouts timeouts,
    @DefaultValue Circuit circuit,
    @DefaultValue Cache cache) {

  /** A network that leads to intermediaries. */
  enum Network {
    INTERNET,
    TESTA
  }

  /**
   * Which messages go to a service; what is not given fits all.
   *
   * @param uri URI of the service description
   * @param service service (Leistung) that messages name
   * @param standard short name of the standard
   * @param version version of the standard
   * @param messageTypes message types
   * @param content id of the content that holds the XML document
   */
  record Service(
      String uri,
      String service,
      String standard,
      String version,
      @DefaultValue Set<String> messageTypes,
      @DefaultValue("MESSAGE") String content) {}

  /**
   * How long a server may take.
   *
   * @param connect until the connection stands
   * @param answer from the start of a request to the last byte of its answer
   */
  record Timeouts(@DefaultValue("5s") Duration connect, @DefaultValue("20s") Duration answer) {}

  /**
   * When a server is left alone.
   *
   * @param failures failures one after the other that open its circuit
   * @param firstPause how long it is left alone then; twice as long after every failed probe
   * @param longestPause longest such time
   * @param betweenRounds pause before servers that are busy are asked again; doubled once
   */
  record Circuit(
      @DefaultValue("3") int failures,
      @DefaultValue("10s") Duration firstPause,
      @DefaultValue("5m") Duration longestPause,
      @DefaultValue("1s") Duration betweenRounds) {}

  /**
   * How long answers are kept; an entry ends earlier with its service or any of its certificates.
   *
   * @param descriptions services of authorities
   * @param categories whether a certificate belongs to a category
   * @param missing that nothing was found; never longer than what is found
   * @param stale how long after its end an entry still serves while every server is down
   * @param entries most answers that are kept
   */
  record Cache(
      @DefaultValue("10m") Duration descriptions,
      @DefaultValue("5m") Duration categories,
      @DefaultValue("5m") Duration missing,
      @DefaultValue("24h") Duration stale,
      @DefaultValue("10000") int entries) {}
}
