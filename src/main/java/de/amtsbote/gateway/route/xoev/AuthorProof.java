package de.amtsbote.gateway.route.xoev;

import de.amtsbote.gateway.directory.Partner;
import de.amtsbote.gateway.directory.Partners;
import de.amtsbote.gateway.directory.Wanted;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.route.Beans;
import de.amtsbote.gateway.route.Signers;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes sure that an answer goes to whoever wrote the message. A name is easily written into a
 * message, and the answer would bear our signature and as much content as somebody else likes.
 */
final class AuthorProof {

  private final boolean believed;
  private final Supplier<Partners> partners;
  private final Supplier<MessageStore> messages;

  AuthorProof(XoevEndpoint endpoint) {
    believed = endpoint.getConfiguration().getAuthor() == ReplyAuthor.BELIEVED;
    partners = Beans.lazily(endpoint, Partners.class);
    messages = Beans.lazily(endpoint, MessageStore.class);
  }

  /**
   * Why an answer is not sent; empty when its reader is known and signed what it answers.
   *
   * @throws GatewayException DIRECTORY_UNAVAILABLE and the like when nobody can tell now
   */
  Optional<String> doubt(Message answered, Traits answer) {
    if (answer.reader() == null) {
      return Optional.of("the message does not name its author by a key");
    }
    var author = author(answer);
    if (author.isEmpty()) {
      return Optional.of(
          ErrorCode.READER_UNKNOWN.code() + " the directory does not know the author's key");
    }
    return believed || hasSigned(author.get(), answered)
        ? Optional.empty()
        : Optional.of(
            "author not proved: the message is not signed, and by nobody else, with the"
                + " signature-certificate that the directory has for "
                + author.get().name());
  }

  private Optional<Partner> author(Traits answer) {
    try {
      var wanted = Wanted.of(answer.reader(), answer.service(), answer);
      return Optional.of(partners.get().find(wanted).partner());
    } catch (GatewayException e) {
      if (e.code() != ErrorCode.READER_UNKNOWN) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private boolean hasSigned(Partner author, Message answered) {
    var signers = Signers.of(messages.get().timeline(answered.id()));
    return Optional.ofNullable(author.osci()).filter(it -> it.hasSignedAlone(signers)).isPresent();
  }
}
