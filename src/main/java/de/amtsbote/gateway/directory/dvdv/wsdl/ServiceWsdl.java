package de.amtsbote.gateway.directory.dvdv.wsdl;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a service description demands.
 *
 * @param binding what holds where a container says nothing else
 * @param communication one-way-active (mailbox), one-way-passive (push) or request-response
 * @param subject subject line; may be absent
 * @param containers content containers of a message to the service
 * @param ports ways to the service, in document order
 * @param messageTypes local names of the messages that the service takes
 */
public record ServiceWsdl(
    Demand binding,
    String communication,
    Optional<String> subject,
    List<Container> containers,
    List<Port> ports,
    List<String> messageTypes) {

  public ServiceWsdl {
    containers = List.copyOf(containers);
    ports = List.copyOf(ports);
    messageTypes = List.copyOf(messageTypes);
  }

  /**
   * Signature and encryption.
   *
   * @param signatureLevel none, simple, advanced, qualified …; empty when nothing is said
   * @param encrypted empty when nothing is said
   * @param reader name of the service element with the reader's certificate
   */
  public record Demand(
      Optional<String> signatureLevel, Optional<Boolean> encrypted, Optional<String> reader) {}

  /** A content container. */
  public record Container(String name, Demand demand, boolean required, List<String> contents) {

    public Container {
      contents = List.copyOf(contents);
    }
  }

  /** Names of the service elements of one way. */
  public record Port(String name, String intermediary, String addressee) {

    /** Whether it leads through the network of the administration. */
    public boolean isTesta() {
      return (name + " " + intermediary).toLowerCase(Locale.ROOT).contains("testa");
    }
  }
}
