package de.amtsbote.gateway.route.worker;

import de.amtsbote.gateway.directory.Directory;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.message.correlation.Correlation;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import de.amtsbote.gateway.route.xoev.Standards;
import de.amtsbote.gateway.route.xoev.Verdicts;
import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.XoevHeader;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.quirk.Tolerance;
import de.amtsbote.xoev.standard.Dispatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds out what a message is, and remembers it in the store. */
final class Recognition {

  /** Entries by which a message comes with its parties. */
  private static final Set<EntryKind> SETTLED =
      EnumSet.of(EntryKind.REPLY, EntryKind.XTA, EntryKind.XTA_MAILBOX);

  private final Xoev xoev;
  private final MessageStore store;
  private final CorrelationStore correlations;
  private final Lenience lenience;
  private final Authors authors;

  Recognition(
      Xoev xoev, MessageStore store, CorrelationStore correlations, Supplier<Directory> directory) {
    this.correlations = correlations;
    this.xoev = xoev;
    this.store = store;
    this.authors = new Authors(store, directory);
    this.lenience = new Lenience(xoev, directory);
  }

  /**
   * What a message is.
   *
   * @param message with the traits that are known now
   * @param root local name of the root element, where a standard was recognised
   * @param refusal why it belongs to no installed standard; empty when it does
   * @param tolerance the payload as its standard wants it, and what had to be tolerated
   * @param known what the message belongs to
   */
  record Recognised(
      Message message,
      Optional<String> root,
      Optional<GatewayException> refusal,
      Tolerance tolerance,
      Correlation known) {}

  /**
   * Looks at the first elements and the header.
   *
   * @param content the payload
   * @throws GatewayException XML_BROKEN or XML_FORBIDDEN when not even that can be read
   */
  Recognised recognise(Message message, Content content) {
    try {
      return look(message, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Recognised look(Message message, Content content) throws IOException {
    var day = Standards.day(message);
    var opened = xoev.opened(content);
    var dispatch = xoev.dispatch(opened, day);
    if (dispatch instanceof Dispatch.Unreadable) {
      var tolerated = lenience.readable(content, day).orElseThrow(() -> Verdicts.of(dispatch));
      return known(message, tolerated);
    }
    if (dispatch instanceof Dispatch.Known known) {
      return known(message, lenience.withHeader(content, opened, known));
    }
    return new Recognised(
        message,
        Optional.empty(),
        Optional.of(Verdicts.of(dispatch)),
        new Tolerance(content, Set.of()),
        correlations.of(message.id()));
  }

  private Recognised known(Message message, Lenience.Seen seen) {
    var described = store.describe(message, traits(message, seen.known(), seen.header()));
    var known = refer(described, text(seen.header(), XoevHeader::reference));
    return new Recognised(
        described,
        Optional.of(seen.known().root().name()),
        Optional.empty(),
        seen.tolerance(),
        known);
  }

  /**
   * A reference to a message that its author was the reader of makes it an answer to that one, if
   * its author really wrote it.
   */
  private Correlation refer(Message message, String reference) {
    var author = message.traits().author();
    var known = correlations.of(message.id());
    if (reference == null || author == null || known.inReplyTo() != null) {
      return known;
    }
    return correlations
        .answered(message.tenant(), reference, author)
        .filter(it -> authors.isProved(message))
        .map(it -> referring(message, known, it))
        .orElse(known);
  }

  private Correlation referring(Message message, Correlation known, MessageId answered) {
    correlations.keep(message.id(), new Correlation(null, null, answered));
    return known.answering(answered);
  }

  /**
   * An answer stays between the reader and the author of what it answers, and what comes over XTA
   * between the parties of its transport order, whatever the document names: their certificates
   * prove who they are, and there the answer is looked for.
   */
  private static Traits traits(Message message, Dispatch.Known known, Optional<XoevHeader> header) {
    var parties = SETTLED.contains(message.entry().kind()) ? Optional.<XoevHeader>empty() : header;
    return new Traits(
        known.standard().name(),
        known.standard().version(),
        known.root().messageType(),
        text(parties, it -> it.author().key()),
        text(parties, it -> it.reader().key()),
        text(header, XoevHeader::service),
        text(header, XoevHeader::messageUuid));
  }

  private static String text(Optional<XoevHeader> header, Function<XoevHeader, String> property) {
    return header.map(property).filter(it -> !it.isEmpty()).orElse(null);
  }
}
