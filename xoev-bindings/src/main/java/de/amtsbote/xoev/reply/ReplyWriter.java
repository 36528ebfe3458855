package de.amtsbote.xoev.reply;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.XoevHeader;
import de.amtsbote.xoev.standard.MessageNamespace;
import de.amtsbote.xoev.standard.MessageRoot;
import de.amtsbote.xoev.standard.StandardPackage;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;

/**
 * Writes answers to messages with a g2g header, for standards whose answers have the form of XDemo.
 * The original inside of a rejection is streamed, so its size does not matter.
 */
public final class ReplyWriter {

  private final StandardPackage standard;
  private final Clock clock;
  private final Sender sender;

  /**
   * Who answers.
   *
   * @param product name of the product that writes the answer
   * @param manufacturer its maker
   */
  public record Sender(String product, String manufacturer) {}

  /**
   * @param standard the package of the message that is answered
   */
  public ReplyWriter(StandardPackage standard, Clock clock, Sender sender) {
    this.standard = standard;
    this.clock = clock;
    this.sender = sender;
  }

  /** The message type of this kind of answer in the standard, if it has one. */
  public Optional<MessageRoot> rootOf(ReplyKind kind) {
    return standard.manifest().roots().stream().filter(r -> kind.isNameOf(r.name())).findFirst();
  }

  /**
   * Writes a rejection.
   *
   * @param received header of the rejected message, with reader and author as they were
   * @param root its message type
   * @param original the rejected message; empty to leave it out
   * @throws XoevException ({@link XoevError#REPLY_REFUSED}) when the message is itself an answer,
   *     or the standard has no rejection
   */
  public void reject(
      XoevHeader received,
      MessageRoot root,
      List<Reason> reasons,
      Optional<Content> original,
      OutputStream out)
      throws IOException {
    write(
        ReplyKind.REJECTION,
        received,
        root,
        out,
        xml -> {
          for (Reason reason : reasons) {
            xml.open("grund");
            xml.code("code", reason.code());
            xml.text("erlaeuterung", reason.explanation());
            xml.optional("fundstelle", reason.place());
            xml.close();
          }
          xml.open("abgewieseneNachricht");
          xml.optional("nachrichtenUUID", uuid(received));
          xml.optional("nachrichtentyp", received.messageType());
          xml.text("eingangszeitpunkt", now());
          if (original.isPresent()) {
            xml.base64("original", original.get());
          }
          xml.close();
        });
  }

  /** Writes the receipt of an application with its case number. */
  public void confirm(XoevHeader received, MessageRoot root, String caseNumber, OutputStream out)
      throws IOException {
    write(
        ReplyKind.RECEIPT,
        received,
        root,
        out,
        xml -> {
          reference(xml, received);
          xml.text("aktenzeichen", caseNumber);
          xml.text("eingangszeitpunkt", now());
        });
  }

  /**
   * Writes the acknowledgement that a message was received.
   *
   * @param code code of the list of receipts, such as {@code 90}
   * @param listVersion version of that list
   */
  public void acknowledge(
      XoevHeader received, MessageRoot root, String code, String listVersion, OutputStream out)
      throws IOException {
    write(
        ReplyKind.ACKNOWLEDGEMENT,
        received,
        root,
        out,
        xml -> {
          reference(xml, received);
          xml.code("quittung", code, listVersion);
          xml.text("zeitpunkt", now());
        });
  }

  private interface Body {
    void write(ReplyXml xml) throws XMLStreamException, IOException;
  }

  private void write(
      ReplyKind kind, XoevHeader received, MessageRoot root, OutputStream out, Body body)
      throws IOException {
    if (ReplyKind.isFinal(root.name())) {
      throw new XoevException(XoevError.REPLY_REFUSED, root.name());
    }
    MessageRoot answer =
        rootOf(kind)
            .orElseThrow(
                () ->
                    new XoevException(XoevError.REPLY_REFUSED, standard.id() + " has no " + kind));
    MessageNamespace namespace =
        standard.manifest().namespaces().stream()
            .filter(n -> n.uri().equals(answer.namespace()))
            .findFirst()
            .orElseThrow();
    try {
      var xml = new ReplyXml(out, answer);
      xml.start(sender, namespace, received.test());
      xml.header(UUID.randomUUID().toString(), now(), received);
      body.write(xml);
      xml.end();
    } catch (XMLStreamException failed) {
      throw new IOException("The answer could not be written", failed);
    }
  }

  private static void reference(ReplyXml xml, XoevHeader received) throws XMLStreamException {
    xml.open("bezug");
    xml.text("nachrichtenUUID", received.messageUuid());
    xml.close();
  }

  /** A rejected message may have anything in the place of its UUID. */
  private static String uuid(XoevHeader received) {
    String uuid = received.messageUuid();
    return uuid.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? uuid : "";
  }

  private String now() {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS));
  }
}
