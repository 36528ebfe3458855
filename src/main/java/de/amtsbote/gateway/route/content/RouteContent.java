package de.amtsbote.gateway.route.content;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Part;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.xoev.container.MessageContainer;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.apache.camel.attachment.Attachment;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.attachment.DefaultAttachment;

/** Puts the parts of a stored message into an exchange, and takes them out as they are then. */
public final class RouteContent {

  private static final String XML = "application/xml";
  private static final String REPLACED = "AmtsboteReplaced";
  private static final String ZIP = "application/zip";

  private RouteContent() {}

  /** The stored payload; a small one is fetched once, however often it is opened. */
  public static RoutePart.Source payload(Message message, MessageStore store) {
    var part = message.payload().orElseThrow();
    var stored = source(store, message, part);
    return part.size() <= KeptSource.MOST_BYTES ? new KeptSource(stored) : stored;
  }

  /**
   * Fills an exchange; nothing is read before a step asks for it.
   *
   * @param payload the stored payload of the message
   */
  public static void fill(
      Exchange exchange, Message message, RoutePart.Source payload, MessageStore store) {
    CurrentMessage.set(exchange, message);
    message.payload().ifPresent(it -> exchange.getMessage().setBody(new StoredBody(it, payload)));
    attach(exchange, message, store);
  }

  /**
   * Puts another message in the place of what the exchange held; it stays the work of the first.
   */
  public static void replace(Exchange exchange, Message other, MessageStore store) {
    var attachments = exchange.getMessage(AttachmentMessage.class);
    List.copyOf(attachments.getAttachmentNames()).forEach(attachments::removeAttachment);
    var part = other.payload().orElseThrow();
    exchange.getMessage().setBody(new StoredBody(part, payload(other, store), true));
    attach(exchange, other, store);
    exchange.setProperty(REPLACED, true);
  }

  private static void attach(Exchange exchange, Message message, MessageStore store) {
    var attachments = exchange.getMessage(AttachmentMessage.class);
    for (var part : message.attachments()) {
      var id = attachments.getAttachmentNames().contains(part.name()) ? unique(part) : part.name();
      attachments.addAttachmentObject(
          id, new DefaultAttachment(new StoredAttachment(part, source(store, message, part))));
    }
  }

  /** Lets the route read the payload as its standard wants it instead of as it came. */
  public static void correct(Exchange exchange, RoutePart.Source corrected) {
    if (exchange.getMessage().getBody() instanceof StoredBody stored) {
      exchange.getMessage().setBody(new StoredBody(stored.part(), corrected, true));
    }
  }

  /** The body of the exchange, readable as often as asked. */
  public static RoutePart payload(Exchange exchange) throws IOException {
    var body = exchange.getMessage().getBody();
    if (body instanceof StoredBody stored) {
      return stored.isCorrected()
          ? new RoutePart(
              stored.part().name(), stored.part().mediaType(), Optional.empty(), stored::fresh)
          : part(stored.part(), stored::fresh);
    }
    var source = source(exchange, body);
    var type = MessageContainer.looksLikeOne(source::open) ? ZIP : XML;
    return new RoutePart("payload", type, Optional.empty(), source);
  }

  /** True when no step of the route changed the payload. */
  public static boolean isUntouched(Exchange exchange) {
    return exchange.getMessage().getBody() instanceof StoredBody stored
        && stored.part().role() == PartRole.PAYLOAD
        && exchange.getProperty(REPLACED) == null;
  }

  /** The attachments of the exchange: those from the store in their order, then all others. */
  public static List<RoutePart> attachments(Exchange exchange) {
    var message = exchange.getMessage(AttachmentMessage.class);
    if (message == null || !message.hasAttachments()) {
      return List.of();
    }
    return message.getAttachmentObjects().entrySet().stream()
        .sorted(Comparator.comparingInt(it -> order(it.getValue())))
        .map(it -> attachment(it.getKey(), it.getValue()))
        .toList();
  }

  private static int order(Attachment attachment) {
    return attachment.getDataHandler().getDataSource() instanceof StoredAttachment stored
        ? stored.part().number()
        : Integer.MAX_VALUE;
  }

  private static RoutePart attachment(String id, Attachment attachment) {
    var data = attachment.getDataHandler();
    return data.getDataSource() instanceof StoredAttachment stored
        ? part(stored.part(), stored::getInputStream)
        : new RoutePart(id, data.getContentType(), Optional.empty(), data::getInputStream);
  }

  private static RoutePart.Source source(MessageStore store, Message message, Part part) {
    return () -> store.open(message.id(), part.number());
  }

  private static RoutePart part(Part part, RoutePart.Source source) {
    var seal = new RoutePart.Seal(part.size(), part.sha256());
    return new RoutePart(part.name(), part.mediaType(), Optional.of(seal), source);
  }

  private static String unique(Part part) {
    return part.number() + "-" + part.name();
  }

  private static RoutePart.Source source(Exchange exchange, Object body) throws IOException {
    var cached = body instanceof StreamCache it ? it : cache(exchange, body);
    if (cached != null) {
      return () -> (InputStream) cached.copy(exchange);
    }
    if (file(body) instanceof File file) {
      return () -> Files.newInputStream(file.toPath());
    }
    if (body instanceof String text) {
      return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
    var bytes = exchange.getMessage().getBody(byte[].class);
    if (bytes == null) {
      throw new GatewayException(
          ErrorCode.ROUTE_FAILED,
          "the body of route '%s' is empty or cannot become bytes"
              .formatted(exchange.getFromRouteId()));
    }
    return () -> new ByteArrayInputStream(bytes);
  }

  private static Object file(Object body) {
    return body instanceof WrappedFile<?> wrapped ? wrapped.getFile() : body;
  }

  /**
   * A stream that is not from the store can be read once only; Camel keeps it, if need be on disk.
   */
  private static StreamCache cache(Exchange exchange, Object body) {
    if (!(body instanceof InputStream)) {
      return null;
    }
    var cached =
        exchange.getContext().getTypeConverter().tryConvertTo(StreamCache.class, exchange, body);
    if (cached != null) {
      exchange.getMessage().setBody(cached);
    }
    return cached;
  }
}
