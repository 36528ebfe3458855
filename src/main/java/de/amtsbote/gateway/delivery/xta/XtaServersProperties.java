package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.message.ReceiptPace;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The XTA servers of others.
 *
 * @param servers our accounts at them, by name; routes send there with xta:send, a delivery of kind
 *     xta and the same name hands over there
 * @param reports how transport reports are asked for
 */
@ConfigurationProperties("amtsbote.xta")
public record XtaServersProperties(
    @DefaultValue Map<String, Server> servers, @DefaultValue Reports reports) {

  /**
   * One account at a server.
   *
   * @param management address of its management port
   * @param send address of its send port
   * @param mailbox address of its mailbox port; only needed to fetch from there
   * @param author own party there
   * @param prefix what our message ids begin with where the server does not make them
   * @param keyStore PKCS#12 file with the key of our account there
   * @param passwordFile file whose first line opens it
   * @param alias alias of that key
   * @param trust folder with the certificates of the authorities that the server's certificate
   *     comes from
   * @param scenario business scenario that is agreed; the name of the standard if absent
   * @param types code list of message types that is agreed
   * @param limit largest content of a message that is fetched
   * @param answerTimeout from the start of a call to its answer; for xta:ask also the time within
   *     which the answer of the reader must come
   * @param fetch how the mailbox is fetched from; absent: it is not
   * @param tolerant whether what comes from there may lack BusinessScenario and Service, which the
   *     schema requires; the timeline then says so
   */
  public record Server(
      URI management,
      URI send,
      URI mailbox,
      String author,
      @DefaultValue("amtsbote") String prefix,
      Path keyStore,
      Path passwordFile,
      @DefaultValue("tls") String alias,
      Path trust,
      String scenario,
      @DefaultValue("urn:de:amtsbote:xta:message.type") String types,
      @DefaultValue("40MB") DataSize limit,
      @DefaultValue("5s") Duration connectTimeout,
      @DefaultValue("60s") Duration answerTimeout,
      Fetch fetch,
      @DefaultValue("false") boolean tolerant) {}

  /**
   * How a mailbox is fetched from.
   *
   * @param tenant whose messages these are
   * @param poll how often it is looked into
   * @param page how many messages are listed at once
   * @param retryClosed how long a message that cannot be read is left alone
   */
  public record Fetch(
      @DefaultValue("default") String tenant,
      @DefaultValue("10s") Duration poll,
      @DefaultValue("100") int page,
      @DefaultValue("15m") Duration retryClosed) {}

  /**
   * How transport reports are asked for.
   *
   * @param poll time until the first one; each one after that comes twice as late
   * @param slowest longest time between two
   * @param batch most reports in one run
   */
  public record Reports(
      @DefaultValue("30s") Duration poll,
      @DefaultValue("1h") Duration slowest,
      @DefaultValue("200") int batch) {

    ReceiptPace pace() {
      return new ReceiptPace(poll, slowest);
    }
  }
}
