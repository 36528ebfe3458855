package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.XtaFetched;
import de.amtsbote.gateway.xta.XtaPart;
import de.amtsbote.gateway.xta.XtaRemote;
import de.amtsbote.gateway.xta.XtaSink;
import de.amtsbote.gateway.xta.v31.ContainerReader;
import de.amtsbote.gateway.xta.v31.Contract;
import de.amtsbote.gateway.xta.v31.EnvelopeReader;
import de.amtsbote.gateway.xta.v31.KeptMessage;
import de.amtsbote.gateway.xta.v31.Leniency;
import de.amtsbote.gateway.xta.v31.MailboxXml;
import de.amtsbote.gateway.xta.v31.MetadataXml;
import de.amtsbote.gateway.xta.v31.Names;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Reads an answer with a message while it comes in; memory does not grow with its content. */
final class ContentReading implements XtaRemote.Octets, XtaSink {

  private final String server;
  private final XtaSink content;
  private final long limit;
  private final boolean tolerant;
  private final List<XtaPart> parts = new ArrayList<>();
  private boolean sealed;
  private long read;
  private XtaFetched message;

  /**
   * Reads one answer.
   *
   * @param limit most octets of the content
   * @param tolerant whether the order may lack what some servers leave out
   */
  ContentReading(String server, XtaSink content, long limit, boolean tolerant) {
    this.tolerant = tolerant;
    this.server = server;
    this.content = content;
    this.limit = limit;
  }

  /** What came in; empty when the answer says that there is nothing. */
  Optional<XtaFetched> message() {
    return Optional.ofNullable(message);
  }

  @Override
  public void take(String contentType, InputStream octets) throws IOException {
    var answer = MimeAnswer.of(contentType, octets);
    var envelope = EnvelopeReader.open(answer.envelope());
    var body = envelope.body();
    if (body.isEmpty()) {
      return;
    }
    var metadata =
        envelope
            .header(Names.METADATA, "MessageMetaData")
            .orElseThrow(() -> broken("it has no MessageMetaData", null));
    var missing = tolerant ? Leniency.complete(metadata) : List.<String>of();
    requireValid(metadata);
    try {
      ContainerReader.read(body.get(), answer.parts(), this);
      var order = MetadataXml.read(metadata);
      var kept =
          new XtaFetched.Kept(KeptMessage.MEDIA_TYPE, new KeptMessage(metadata, parts).octets());
      var request = envelope.header(Names.MAILBOX, "MsgBoxResponse").map(MailboxXml::requestId);
      var named = request.filter(it -> !it.isEmpty());
      message = new XtaFetched(named.orElse(null), order, parts, sealed, kept, missing);
    } catch (XtaException e) {
      throw broken(e.details(), e);
    } catch (IllegalArgumentException | DateTimeException e) {
      // a time that no calendar has, a part whose name is no name
      throw broken("it is not as the contract says", e);
    }
  }

  private void requireValid(Element metadata) {
    Contract.violation(metadata)
        .ifPresent(
            it -> {
              throw broken("its MessageMetaData violate the schema: " + it, null);
            });
  }

  /** The error of a message that cannot be read, however often it is fetched. */
  GatewayException broken(String details, Exception cause) {
    return new GatewayException(
        ErrorCode.XTA_CONTENT_INVALID,
        "the message of XTA server %s: %s".formatted(server, details),
        cause);
  }

  @Override
  public void part(boolean isMessage, XtaPart part, InputStream octets) throws IOException {
    parts.add(part);
    content.part(isMessage, part, new Limited(octets));
  }

  @Override
  public void encrypted(InputStream xml) throws IOException {
    sealed = true;
    content.encrypted(new Limited(xml));
  }

  private final class Limited extends FilterInputStream {

    Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      var octet = super.read();
      count(octet < 0 ? 0 : 1);
      return octet;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      var some = super.read(target, offset, length);
      count(Math.max(some, 0));
      return some;
    }

    private void count(int some) {
      read += some;
      if (read > limit) {
        throw broken("its content is larger than %d bytes".formatted(limit), null);
      }
    }
  }
}
