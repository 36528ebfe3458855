package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.delivery.mailbox.Mailboxes;
import de.amtsbote.gateway.directory.Directory;
import de.amtsbote.gateway.directory.LiveDirectory;
import de.amtsbote.gateway.directory.Partners;
import de.amtsbote.gateway.directory.Wanted;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.XtaService;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Answers whether a reader offers a service, as far as directory and mailboxes tell. */
final class Services {

  /** Errors of the directory itself; of all others, such as a wrong entry, one question suffers. */
  private static final Set<ErrorCode> UNANSWERED =
      EnumSet.of(ErrorCode.DIRECTORY_UNAVAILABLE, ErrorCode.DIRECTORY_REFUSED);

  private static final int MOST_QUESTIONS = 100;

  private final LiveDirectory live;
  private final Partners partners;
  private final Mailboxes mailboxes;

  Services(LiveDirectory live, Partners partners, Mailboxes mailboxes) {
    this.live = live;
    this.partners = partners;
    this.mailboxes = mailboxes;
  }

  /**
   * The answers, in the order of the questions.
   *
   * @throws XtaException 9022 when there are more than 100
   */
  List<XtaService.Answer> answers(List<XtaService> questions) {
    if (questions.size() > MOST_QUESTIONS) {
      throw new XtaException(
          XtaError.PARAMETERS_CONTRADICT,
          "more than %d questions in one call".formatted(MOST_QUESTIONS));
    }
    return questions.stream().map(this::answer).toList();
  }

  /** Yes with the certificate to encrypt for, no, or nobody knows. */
  private XtaService.Answer answer(XtaService question) {
    Orders.requireUri(question.uri(), "ServiceType");
    if (mailboxes.serves(question.reader().id())) {
      return new XtaService.Answer(question, true, null);
    }
    try {
      var entry = partners.find(Wanted.of(question.reader().id(), question.uri()));
      return new XtaService.Answer(question, true, entry.partner().osci().cipherCertificate());
    } catch (GatewayException e) {
      if (UNANSWERED.contains(e.code())) {
        throw e;
      }
      var isNo = e.code() == ErrorCode.READER_UNKNOWN && isKnown(live.get(), question);
      return new XtaService.Answer(question, isNo ? false : null, null);
    }
  }

  /** A reader that is known does not offer it; of one that is not, nothing can be said. */
  private static boolean isKnown(Directory directory, XtaService question) {
    return directory.partnerNames().stream()
        .map(directory::partner)
        .anyMatch(it -> it.readers().contains(question.reader().id()));
  }
}
