package de.amtsbote.osci.inspect;

import de.amtsbote.osci.content.OpenedContainer;
import de.amtsbote.osci.content.OpenedContent;
import de.amtsbote.osci.content.OpenedItem;
import de.amtsbote.osci.content.SignatureFacts;
import de.amtsbote.osci.error.OsciError;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.inspect.InspectOptions.Requirement;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.trust.CertificateChecker;
import de.amtsbote.osci.trust.CertificateUse;
import de.amtsbote.osci.trust.RevocationPolicy;
import de.amtsbote.osci.trust.TrustMaterial;
import de.amtsbote.osci.wire.Expectations;
import de.amtsbote.osci.wire.IncomingMessage;
import de.amtsbote.osci.wire.MessageHead;
import de.amtsbote.osci.wire.MessageReader;
import de.amtsbote.osci.wire.ReadLimits;
import de.amtsbote.osci.wire.RefusedMessageException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Inspects one message: reads, decrypts and verifies as far as the keys and its faults allow. */
public final class MessageInspector {

  private final InspectOptions options;
  private final MessageReader reader;

  /** An inspector with its options. */
  public MessageInspector(InspectOptions options, Spool spool) {
    this.options = options;
    this.reader = new MessageReader(spool, options.policy(), ReadLimits.DEFAULT, options.keys());
  }

  /**
   * Reads a message to its end and reports; a message that is wrong is a report too.
   *
   * @throws IOException only if the octets cannot be read or contents cannot be extracted
   */
  public InspectReport inspect(InputStream message) throws IOException {
    var required = options.required().contains(Requirement.ORDER_SIGNATURE);
    try (var opened = reader.read(message, new Expectations(Set.of(), false, required))) {
      return inspect(opened);
    } catch (RefusedMessageException e) {
      var tree = head(e.head());
      if (e.rule() != Rule.ORDER_UNSIGNED) {
        tree.put("orderSignature", new Tree().put("valid", false).build());
      }
      verdict(tree, e.error());
      return report(tree);
    } catch (OsciException e) {
      var tree = new Tree().put("messageType", null);
      verdict(tree, e.error());
      return report(tree);
    }
  }

  private InspectReport inspect(IncomingMessage message) throws IOException {
    var tree = head(message.head());
    envelope(tree, message);
    try {
      checkDialog(message);
      if (message.orderSignature().isPresent()) {
        checkSigner(message.orderSignature().get());
      }
      var content = message.open(options.keys());
      checkContent(message, content);
      tree.put("containers", ContentSection.containers(content));
      if (options.extractTo().isPresent()) {
        new Extraction(options.extractTo().get()).write(content);
      }
      verdict(tree, null);
    } catch (OsciException e) {
      verdict(tree, e.error());
    }
    return report(tree);
  }

  private static Tree head(MessageHead head) {
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
        .put("certificates", CertificateSection.certificates(head.certificates()));
  }

  private static void envelope(Tree tree, IncomingMessage message) {
    var order = message.order();
    tree.put(
        "orderSignature",
        message
            .orderSignature()
            .map(facts -> EnvelopeSection.orderSignature(message.type(), facts))
            .orElse(null));
    tree.put("messageId", order.messageId() == null ? null : order.messageId().complete().value());
    tree.put("subject", order.subject());
    var selection = EnvelopeSection.selection(order);
    if (!selection.isEmpty()) {
      tree.put("selection", selection);
    }
    if (order.chunk() != null) {
      tree.put("chunk", order.chunk().toString());
    }
    if (order.fault() != null) {
      tree.put("faultCode", order.fault().code()).put("faultText", order.fault().text());
    }
    tree.put("feedback", EnvelopeSection.feedback(order.feedback()));
    if (order.feedback() != null) {
      tree.put("feedbackCodes", order.feedback().codes());
    }
    tree.put("processCards", EnvelopeSection.processCards(message.type(), order));
  }

  private void checkDialog(IncomingMessage message) throws OsciException {
    if (options.challenge().isPresent()
        && message.type() != MessageType.SOAP_FAULT
        && !options.challenge().get().equals(message.control().response())) {
      throw new OsciException(Rule.DIALOG_DATA, "Response");
    }
  }

  private void checkSigner(SignatureFacts facts) throws OsciException {
    var certificate = facts.signer().certificate();
    var clock = Clock.fixed(options.at(), ZoneOffset.UTC);
    var trust = options.trust().orElse(TrustMaterial.of(Set.of(certificate)));
    var revocation =
        trust.crls().isEmpty() ? RevocationPolicy.unchecked() : RevocationPolicy.warnWhenUnknown();
    var report =
        new CertificateChecker(trust, revocation, clock)
            .check(certificate, CertificateUse.SIGNATURE);
    if (!report.trusted()) {
      throw new OsciException(
          Rule.CERTIFICATE_UNTRUSTED, facts.signer().id() + " " + report.findings());
    }
  }

  private void checkContent(IncomingMessage message, OpenedContent content) throws OsciException {
    for (var container : all(content.containers())) {
      for (var facts : container.signatures()) {
        checkSigner(facts);
      }
    }
    if (options.required().contains(Requirement.CONTENT_SIGNATURE)) {
      for (var container : content.containers()) {
        if (!container.isSigned()) {
          throw new OsciException(Rule.CONTENT_UNSIGNED, container.id());
        }
      }
    }
    if (!content.foreign().isEmpty() && hasKeyForContent(message)) {
      throw new OsciException(Rule.CONTENT_NO_KEY, content.foreign().get(0).id());
    }
  }

  /** Whoever gives more keys than the way needs, means to read the content. */
  private boolean hasKeyForContent(IncomingMessage message) {
    var spent = message.transport().map(facts -> facts.reader()).orElse(null);
    return options.keys().stream().anyMatch(key -> !key.certificate().equals(spent));
  }

  private static List<OpenedContainer> all(List<OpenedContainer> containers) {
    var all = new ArrayList<OpenedContainer>();
    for (var container : containers) {
      all.add(container);
      all.addAll(all(container.encrypted()));
      for (var item : container.items()) {
        if (item instanceof OpenedItem.Nested nested) {
          all.addAll(all(List.of(nested.container())));
        }
      }
    }
    return all;
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
