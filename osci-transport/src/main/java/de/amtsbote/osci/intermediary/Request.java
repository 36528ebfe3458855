package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.wire.IncomingMessage;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** An order of an admitted client. */
record Request(IncomingMessage message, Admission admission) {

  Order order() {
    return message.order();
  }

  Instant at() {
    return admission.at();
  }

  /** The client's own mailbox. */
  Optional<String> mailbox() {
    return admission.clientCipher().map(RoleCertificate::fingerprint);
  }

  /** Certificates about which the client has been told already. */
  Set<X509Certificate> ownCertificates() {
    var own = new HashSet<X509Certificate>();
    admission.clientCipher().ifPresent(own::add);
    message.orderSignature().ifPresent(signature -> own.add(signature.signer().certificate()));
    return own;
  }
}
