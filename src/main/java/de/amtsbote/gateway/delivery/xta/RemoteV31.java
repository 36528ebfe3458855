package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.xta.XtaAnswerException;
import de.amtsbote.gateway.xta.XtaContent;
import de.amtsbote.gateway.xta.XtaFetched;
import de.amtsbote.gateway.xta.XtaListing;
import de.amtsbote.gateway.xta.XtaMetadata;
import de.amtsbote.gateway.xta.XtaParty;
import de.amtsbote.gateway.xta.XtaRemote;
import de.amtsbote.gateway.xta.XtaReport;
import de.amtsbote.gateway.xta.XtaSelection;
import de.amtsbote.gateway.xta.XtaService;
import de.amtsbote.gateway.xta.XtaSink;
import de.amtsbote.gateway.xta.v31.EnvelopeXml;
import de.amtsbote.gateway.xta.v31.LookupXml;
import de.amtsbote.gateway.xta.v31.MailboxXml;
import de.amtsbote.gateway.xta.v31.MessageIdXml;
import de.amtsbote.gateway.xta.v31.MetadataXml;
import de.amtsbote.gateway.xta.v31.ReportXml;
import de.amtsbote.gateway.xta.v31.XtaOperation;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.w3c.dom.Element;

/** A server that speaks XTA 2 v3.1. */
final class RemoteV31 implements XtaRemote {

  private final String name;
  private final XtaServersProperties.Server server;
  private final XtaClient client;
  private final List<Element> author;

  RemoteV31(String name, XtaServersProperties.Server server, XtaClient client) {
    this.name = name;
    this.server = server;
    this.client = client;
    this.author = List.of(MetadataXml.author(XtaParty.of(server.author())));
  }

  @Override
  public void checkAccount() throws IOException {
    manage(XtaOperation.CHECK_ACCOUNT_ACTIVE, null);
  }

  @Override
  public String messageId() throws IOException {
    var id = MessageIdXml.read(required(manage(XtaOperation.CREATE_MESSAGE_ID, null)));
    if (id.isEmpty()) {
      throw new XtaAnswerException("the server made an empty message id");
    }
    return id;
  }

  @Override
  public List<XtaService.Answer> lookup(List<XtaService> questions) throws IOException {
    var answer = manage(XtaOperation.LOOKUP_SERVICE, LookupXml.request(questions));
    return understood(required(answer), LookupXml::answers);
  }

  @Override
  public XtaReport report(String messageId) throws IOException {
    var answer = manage(XtaOperation.GET_TRANSPORT_REPORT, MessageIdXml.write(messageId));
    return understood(required(answer), ReportXml::read);
  }

  @Override
  public void cancel(String messageId) throws IOException {
    manage(XtaOperation.CANCEL_MESSAGE, MessageIdXml.write(messageId));
  }

  private EnvelopeXml.Answer manage(XtaOperation operation, Element body) throws IOException {
    return client.call(server.management(), operation, author, new PlainBody(body));
  }

  @Override
  public void send(XtaMetadata order, List<XtaContent> parts) throws IOException {
    client.call(
        server.send(), XtaOperation.SEND_MESSAGE, List.of(MetadataXml.write(order)), body(parts));
  }

  @Override
  public XtaFetched ask(XtaMetadata order, List<XtaContent> parts, XtaSink answer)
      throws IOException {
    var reading = reading(answer);
    client.call(
        server.send(),
        XtaOperation.SEND_MESSAGE_SYNC,
        List.of(MetadataXml.write(order)),
        body(parts),
        reading);
    return reading.message().orElseThrow(() -> reading.broken("it is empty", null));
  }

  private ContentReading reading(XtaSink content) {
    return new ContentReading(name, content, server.limit().toBytes(), server.tolerant());
  }

  private static CallBody body(List<XtaContent> parts) throws IOException {
    return SealedBody.isSealed(parts)
        ? SealedBody.of(parts.get(0))
        : new MimeBody(UUID.randomUUID().toString(), parts);
  }

  @Override
  public XtaListing list(XtaSelection wanted, int most) throws IOException {
    return listing(XtaOperation.GET_STATUS_LIST, MailboxXml.listRequest(wanted, most));
  }

  @Override
  public XtaListing next(String request, List<String> got) throws IOException {
    return listing(XtaOperation.GET_NEXT_STATUS_LIST, MailboxXml.nextRequest(request, got));
  }

  private XtaListing listing(XtaOperation operation, Element body) throws IOException {
    var answer = client.call(mailbox(), operation, author, new PlainBody(body));
    var response =
        answer
            .header("MsgBoxResponse")
            .orElseThrow(() -> new XtaAnswerException("the answer has no header MsgBoxResponse"));
    return understood(response, it -> MailboxXml.listing(it, answer.body().orElse(null)));
  }

  @Override
  public Optional<XtaFetched> fetch(XtaSelection wanted, XtaSink content) throws IOException {
    return fetched(XtaOperation.GET_MESSAGE, MailboxXml.fetchRequest(wanted), content);
  }

  @Override
  public Optional<XtaFetched> fetchNext(String request, List<String> got, XtaSink content)
      throws IOException {
    return fetched(XtaOperation.GET_NEXT_MESSAGE, MailboxXml.nextRequest(request, got), content);
  }

  private Optional<XtaFetched> fetched(XtaOperation operation, Element body, XtaSink content)
      throws IOException {
    var reading = reading(content);
    client.call(mailbox(), operation, author, new PlainBody(body), reading);
    return reading.message();
  }

  @Override
  public void fetchClosed(XtaSelection wanted, Octets answer) throws IOException {
    var body = new PlainBody(MailboxXml.fetchRequest(wanted));
    client.call(mailbox(), XtaOperation.GET_MESSAGE, author, body, answer);
  }

  @Override
  public void close(String request, List<String> got) throws IOException {
    var body = new PlainBody(MailboxXml.closeRequest(request, got));
    client.call(mailbox(), XtaOperation.CLOSE, author, body);
  }

  private URI mailbox() {
    if (server.mailbox() == null) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID,
          "amtsbote.xta.servers.%s.mailbox is missing".formatted(name));
    }
    return server.mailbox();
  }

  private static Element required(EnvelopeXml.Answer answer) throws IOException {
    return answer
        .body()
        .orElseThrow(() -> new XtaAnswerException("the body of the answer is empty"));
  }

  /** Reads something of a small answer. */
  private interface Reading<T> {
    T read(Element element);
  }

  /** An answer that is not as the contract says tells nothing of what became of the call. */
  private static <T> T understood(Element element, Reading<T> reading) throws IOException {
    try {
      return reading.read(element);
    } catch (RuntimeException e) {
      // answers are not checked against the schema: whatever is missing or odd shows itself here
      throw new XtaAnswerException("the answer is not as the contract says", e);
    }
  }
}
