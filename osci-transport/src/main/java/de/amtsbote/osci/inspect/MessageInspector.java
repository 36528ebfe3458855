package de.amtsbote.osci.inspect;

import de.amtsbote.osci.content.ContentSighting;
import de.amtsbote.osci.content.NoKeyException;
import de.amtsbote.osci.content.OpenedContent;
import de.amtsbote.osci.error.OsciError;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.inspect.InspectOptions.Requirement;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.wire.Expectations;
import de.amtsbote.osci.wire.IncomingMessage;
import de.amtsbote.osci.wire.MessageHead;
import de.amtsbote.osci.wire.MessageReader;
import de.amtsbote.osci.wire.ReadLimits;
import de.amtsbote.osci.wire.Sighting;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Inspects one message: reads, decrypts and verifies as far as the keys and its faults allow. */
public final class MessageInspector {

  private final InspectOptions options;
  private final MessageReader reader;
  private final Checks checks;

  /** An inspector with its options. */
  public MessageInspector(InspectOptions options, Spool spool) {
    this.options = options;
    this.checks = new Checks(options);
    this.reader = new MessageReader(spool, options.policy(), ReadLimits.DEFAULT, options.keys());
  }

  /**
   * Reads a message to its end and reports; a message that is wrong is a report too.
   *
   * @throws ExtractionException with the report, if plain contents cannot be written
   * @throws IOException only if the octets cannot be read
   */
  public InspectReport inspect(InputStream message) throws IOException {
    var required = options.required().contains(Requirement.ORDER_SIGNATURE);
    var sighting = new Sighting();
    try (var opened = reader.read(message, new Expectations(Set.of(), false, required), sighting)) {
      return inspect(opened);
    } catch (OsciException e) {
      var tree = SightingSection.head(sighting, e.error(), checks);
      verdict(tree, e.error());
      neededKeys(tree, e);
      return report(tree);
    }
  }

  private InspectReport inspect(IncomingMessage message) throws IOException {
    var tree = head(message.head());
    envelope(tree, message);
    try {
      checks.order(message);
      checks.dialog(message);
      checks.client(message);
      if (message.orderSignature().isPresent()) {
        checks.orderSigner(message.type(), message.orderSignature().get());
      }
      var sighting = new ContentSighting();
      var content = content(message, sighting, tree);
      tree.put("containers", new ContentSection(sighting).containers(content));
      checks.content(message, content);
      tolerated(tree, message, content);
      verdict(tree, null);
      extract(content, tree);
    } catch (OsciException e) {
      verdict(tree, e.error());
      neededKeys(tree, e);
    }
    return report(tree);
  }

  /** Whoever has no key for the content still wants to see what it is and who can open it. */
  private OpenedContent content(IncomingMessage message, ContentSighting sighting, Tree tree)
      throws IOException {
    try {
      return message.open(options.keys(), sighting);
    } catch (OsciException e) {
      tree.put(
          "containers", SightingSection.containers(sighting, message.certificates(), e.error()));
      throw e;
    }
  }

  private static void neededKeys(Tree tree, OsciException e) {
    if (e instanceof NoKeyException noKey) {
      tree.put("neededKeys", CertificateSection.needed(noKey));
    }
  }

  private void extract(OpenedContent content, Tree tree) throws ExtractionException {
    if (options.extractTo().isPresent()) {
      try {
        new Extraction(options.extractTo().get()).write(content);
      } catch (IOException e) {
        throw new ExtractionException(report(tree), e);
      }
    }
  }

  private static void tolerated(Tree tree, IncomingMessage message, OpenedContent content) {
    var all = new ArrayList<>(message.tolerated());
    all.addAll(content.tolerated(message.orderSignature().isPresent()));
    if (!all.isEmpty()) {
      tree.put(
          "tolerated",
          all.stream()
              .map(t -> new Tree().put("where", t.where()).put("algorithm", t.algorithm()).build())
              .toList());
    }
  }

  private Tree head(MessageHead head) {
    return new Tree()
        .put("messageType", head.type() == null ? null : head.type().elementName())
        .put("verdict", null)
        .put("rejectLayer", null)
        .put("rejectReason", null)
        .put(
            "transportEncryption",
            head.transport() == null ? null : EnvelopeSection.encryption(head.transport()))
        .put("orderSignature", null)
        .put("messageId", null)
        .put("subject", null)
        .put("controlBlock", EnvelopeSection.control(head.control()))
        .put("certificates", CertificateSection.certificates(head.certificates(), checks));
  }

  private static void envelope(Tree tree, IncomingMessage message) throws IOException {
    var order = message.order();
    tree.put(
        "orderSignature",
        message
            .orderSignature()
            .map(facts -> EnvelopeSection.orderSignature(message.type(), facts))
            .orElse(null));
    tree.put("messageId", order.messageId() == null ? null : order.messageId().complete().value());
    tree.put("subject", order.subject());
    tree.putIfThere("contentReceiver", order.contentReceiver());
    tree.putIfThere(
        "messageIdResponse",
        order.messageIdResponse() == null ? null : order.messageIdResponse().value());
    tree.putIfThere("infoOnly", order.infoOnly() ? true : null);
    var selection = EnvelopeSection.selection(order);
    if (!selection.isEmpty()) {
      tree.put("selection", selection);
    }
    if (order.chunk() != null) {
      var parts = message.content().parts();
      tree.put(
          "chunk",
          EnvelopeSection.chunk(
              order.chunk(),
              parts.size() == 1 ? ContentSection.sha256(parts.get(0).octets()) : null));
    }
    if (order.fault() != null) {
      tree.put("faultCode", order.fault().code()).put("faultText", order.fault().text());
    }
    tree.put("feedback", EnvelopeSection.feedback(order.feedback()));
    if (order.feedback() != null) {
      tree.put("feedbackCodes", order.feedback().codes());
    }
    if (order.insideFeedback() != null) {
      tree.put("insideFeedback", EnvelopeSection.feedback(order.insideFeedback()));
      tree.put("insideFeedbackCodes", order.insideFeedback().codes());
    }
    tree.put("processCards", EnvelopeSection.processCards(message.type(), order));
    HeaderSection.write(tree, message);
  }

  private static void verdict(Tree tree, OsciError error) {
    tree.put("verdict", error == null ? "accept" : "reject");
    tree.put("rejectLayer", error == null ? null : error.layer().label());
    tree.put("rejectReason", error == null ? null : error.describe());
    if (error != null) {
      tree.put("rejectRule", error.rule().name());
      tree.put("feedbackCode", error.feedback().map(code -> code.code()).orElse(null));
    }
  }

  private static InspectReport report(Tree tree) {
    var complete = tree.build();
    complete.putIfAbsent("transportEncryption", null);
    complete.putIfAbsent("orderSignature", null);
    complete.putIfAbsent("messageId", null);
    complete.putIfAbsent("subject", null);
    complete.putIfAbsent("containers", List.of());
    complete.putIfAbsent("feedback", List.of());
    complete.putIfAbsent("processCards", List.of());
    return new InspectReport(complete);
  }
}
