package de.amtsbote.gateway.delivery.xta;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The XTA servers of others.
 *
 * @param servers by name; a delivery of kind xta and the same name hands over to it
 */
@ConfigurationProperties("amtsbote.xta")
public record XtaServersProperties(@DefaultValue Map<String, Server> servers) {

  /**
   * One server.
   *
   * @param management address of its management port
   * @param send address of its send port
   * @param mailbox address of its mailbox port; without it only sending is tested at the start
   * @param author own party there
   * @param prefix what our message ids begin with
   * @param keyStore PKCS#12 file with the key of our account there
   * @param passwordFile file whose first line opens it
   * @param alias alias of that key
   * @param trust folder with the certificates of the authorities that the server's certificate
   *     comes from
   * @param scenario business scenario that is agreed; the name of the standard if absent
   * @param answerTimeout from the start of a call to its answer
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
      @DefaultValue("5s") Duration connectTimeout,
      @DefaultValue("60s") Duration answerTimeout) {}
}
