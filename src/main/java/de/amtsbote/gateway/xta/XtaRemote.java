package de.amtsbote.gateway.xta;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * An XTA server of somebody else, whatever version it speaks. Each call throws {@link XtaException}
 * when the server refuses it, and IOException when nobody knows what became of it.
 */
public interface XtaRemote {

  /** checkAccountActive: returns when our account is active. */
  void checkAccount() throws IOException;

  /** createMessageId: an id of that server for a message. */
  String messageId() throws IOException;

  /** lookupService: whether readers offer services. */
  List<XtaService.Answer> lookup(List<XtaService> questions) throws IOException;

  /** getTransportReport: what became of a message. */
  XtaReport report(String messageId) throws IOException;

  /** cancelMessage: takes a message back. */
  void cancel(String messageId) throws IOException;

  /** sendMessage: hands a message over. */
  void send(XtaMetadata order, List<XtaContent> parts) throws IOException;

  /** sendMessageSync: hands a message over, and its answer to the sink. */
  XtaFetched ask(XtaMetadata order, List<XtaContent> parts, XtaSink answer) throws IOException;

  /** getStatusList: the first page of what waits in the mailbox. */
  XtaListing list(XtaSelection wanted, int most) throws IOException;

  /** getNextStatusList: the next page of the same list. */
  XtaListing next(String request, List<String> got) throws IOException;

  /** getMessage: the first message that is wanted; empty when there is none. */
  Optional<XtaFetched> fetch(XtaSelection wanted, XtaSink content) throws IOException;

  /** getNextMessage: the next message of the same request; empty when there is none. */
  Optional<XtaFetched> fetchNext(String request, List<String> got, XtaSink content)
      throws IOException;

  /** getMessage, with the answer as it comes over the line. */
  void fetchClosed(XtaSelection wanted, Octets answer) throws IOException;

  /** close: says that these messages are stored safely here. */
  void close(String request, List<String> got) throws IOException;

  /** Takes an answer as it comes over the line. */
  @FunctionalInterface
  interface Octets {
    void take(String contentType, InputStream octets) throws IOException;
  }
}
