package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.delivery.mailbox.Mailboxes;
import de.amtsbote.gateway.directory.Directory;
import de.amtsbote.gateway.directory.LiveDirectory;
import de.amtsbote.gateway.directory.Partners;
import de.amtsbote.gateway.directory.Wanted;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.xta.XtaService;

/** Answers whether a reader offers a service, as far as directory and mailboxes tell. */
final class Services {

  private final LiveDirectory live;
  private final Partners partners;
  private final Mailboxes mailboxes;

  Services(LiveDirectory live, Partners partners, Mailboxes mailboxes) {
    this.live = live;
    this.partners = partners;
    this.mailboxes = mailboxes;
  }

  /** Yes with the certificate to encrypt for, no, or nobody knows. */
  XtaService.Answer answer(XtaService question) {
    Orders.requireUri(question.uri(), "ServiceType");
    if (mailboxes.serves(question.reader().id())) {
      return new XtaService.Answer(question, true, null);
    }
    try {
      var entry = partners.find(Wanted.of(question.reader().id(), question.uri()));
      return new XtaService.Answer(question, true, entry.partner().osci().cipherCertificate());
    } catch (GatewayException e) {
      if (e.code() != ErrorCode.READER_UNKNOWN) {
        throw e;
      }
      return new XtaService.Answer(question, isKnown(live.get(), question) ? false : null, null);
    }
  }

  /** A reader that is known does not offer it; of one that is not, nothing can be said. */
  private static boolean isKnown(Directory directory, XtaService question) {
    return directory.partnerNames().stream()
        .map(directory::partner)
        .anyMatch(it -> it.readers().contains(question.reader().id()));
  }
}
