package de.amtsbote.osci.inspect;

import de.amtsbote.osci.content.NoKeyException;
import de.amtsbote.osci.content.OpenedContainer;
import de.amtsbote.osci.content.OpenedContent;
import de.amtsbote.osci.content.OpenedItem;
import de.amtsbote.osci.content.SignatureFacts;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.inspect.InspectOptions.Requirement;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.trust.CertificateChecker;
import de.amtsbote.osci.trust.CertificateReport;
import de.amtsbote.osci.trust.CertificateUse;
import de.amtsbote.osci.trust.Finding;
import de.amtsbote.osci.trust.RevocationPolicy;
import de.amtsbote.osci.trust.TrustMaterial;
import de.amtsbote.osci.wire.IncomingMessage;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a message must answer, by whom it must be signed, and what must be readable. */
record Checks(InspectOptions options) {

  void dialog(IncomingMessage message) throws OsciException {
    DialogChecks.require(message.type(), message.control());
    if (options.challenge().isPresent()
        && message.type() != MessageType.SOAP_FAULT
        && !options.challenge().get().equals(message.control().response())) {
      throw new OsciException(Rule.DIALOG_DATA, "Response");
    }
  }

  /** What an intermediary needs to execute an order, beyond its form. */
  void order(IncomingMessage message) throws OsciException {
    switch (message.type()) {
      case STORE_DELIVERY, FORWARD_DELIVERY -> {
        requireMessageId(message);
        requireAddressee(message);
      }
      case PARTIAL_STORE_DELIVERY -> requireMessageId(message);
      case MEDIATE_DELIVERY -> requireAddressee(message);
      default -> {
        // other types need none, or have none of their own
      }
    }
  }

  /** Who stores or forwards a delivery without an id is not executed (9800). */
  private static void requireMessageId(IncomingMessage message) throws OsciException {
    if (message.order().messageId() == null) {
      throw new OsciException(Rule.MESSAGE_ID_MISSING, null);
    }
  }

  /** His cipher certificate is his mailbox. */
  private static void requireAddressee(IncomingMessage message) throws OsciException {
    if (message.certificates().addresseeCipher().isEmpty()) {
      throw new OsciException(Rule.STRUCTURE, "no addressee is named");
    }
  }

  /** Who opens a dialog, or encrypts an order outside of one, says for whom to encrypt answers. */
  void client(IncomingMessage message) throws OsciException {
    boolean named = message.certificates().originatorCipher().isPresent();
    boolean needed =
        switch (message.type()) {
          case INIT_DIALOG -> true;
          case GET_MESSAGE_ID, STORE_DELIVERY, FORWARD_DELIVERY ->
              message.transport().isPresent() && !message.control().inDialog();
          default -> false;
        };
    if (needed && !named) {
      throw new OsciException(Rule.CLIENT_CIPHER_MISSING, null);
    }
  }

  /** Whoever signed an order is told by the code of the standard why he is not served. */
  void orderSigner(MessageType type, SignatureFacts facts) throws OsciException {
    var report = check(facts.signer());
    if (type.isAnswer()) {
      require(report, facts, Rule.CERTIFICATE_UNTRUSTED);
    } else if (report.has(Finding.REVOKED)) {
      require(report, facts, Rule.ORDER_SIGNER_REVOKED);
    } else if (report.has(Finding.UNKNOWN_CA)
        || report.has(Finding.CA_SIGNATURE_INVALID)
        || report.has(Finding.PATH_INVALID)) {
      require(report, facts, Rule.ORDER_SIGNER_UNTRUSTED);
    } else {
      require(report, facts, Rule.CERTIFICATE_UNTRUSTED);
    }
  }

  private static void require(CertificateReport report, SignatureFacts facts, Rule rule)
      throws OsciException {
    if (!report.trusted()) {
      throw new OsciException(rule, facts.signer().id() + " " + report.findings());
    }
  }

  /** Checks a certificate for what it is used for in the message. */
  CertificateReport check(RoleCertificate checked) {
    var certificate = checked.certificate();
    var use =
        checked.usage() == RoleCertificate.Usage.CIPHER
            ? CertificateUse.CIPHER
            : CertificateUse.SIGNATURE;
    var clock = Clock.fixed(options.at(), ZoneOffset.UTC);
    var trust = options.trust().orElse(TrustMaterial.of(Set.of(certificate)));
    var revocation =
        trust.crls().isEmpty() ? RevocationPolicy.unchecked() : RevocationPolicy.warnWhenUnknown();
    return new CertificateChecker(trust, revocation, clock).check(certificate, use);
  }

  void content(IncomingMessage message, OpenedContent content) throws OsciException {
    var containers = all(content.containers());
    for (var container : containers) {
      for (var facts : container.signatures()) {
        require(check(facts.signer()), facts, Rule.CERTIFICATE_UNTRUSTED);
      }
    }
    var demanded = options.required().contains(Requirement.CONTENT_SIGNATURE);
    if (demanded && mustCarryContent(message)) {
      content.requireSigned();
    }
    if (demanded && !content.foreign().isEmpty()) {
      throw NoKeyException.ofContent(content.foreign());
    }
    var closed = new ArrayList<>(content.foreign());
    containers.forEach(container -> closed.addAll(container.foreign()));
    var anyDecrypted = containers.stream().anyMatch(it -> it.encryptedWith().isPresent());
    if (!closed.isEmpty() && !anyDecrypted && hasKeyForContent(message)) {
      throw NoKeyException.ofContent(closed);
    }
  }

  /** Nothing is missed in orders without content, and in answers that an error left without. */
  private static boolean mustCarryContent(IncomingMessage message) {
    var order = message.order();
    return switch (message.type().body()) {
      case CONTENT_PACKAGE -> !order.infoOnly();
      case OPTIONAL_CONTENT_PACKAGE -> order.feedback().isExecuted() || hasContent(message);
      default -> false;
    };
  }

  private static boolean hasContent(IncomingMessage message) {
    return !message.content().elements().isEmpty();
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
}
