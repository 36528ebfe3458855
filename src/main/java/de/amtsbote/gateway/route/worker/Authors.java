package de.amtsbote.gateway.route.worker;

import de.amtsbote.gateway.directory.Directory;
import de.amtsbote.gateway.directory.dvdv.api.Fingerprint;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.TimelineEvent;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Tells whether a message really comes from whom its header names as its author. */
final class Authors {

  private final MessageStore store;
  private final Supplier<Directory> directory;

  Authors(MessageStore store, Supplier<Directory> directory) {
    this.store = store;
    this.directory = directory;
  }

  /**
   * An XTA account, here or on the server of a mailbox, writes for its own parties only, an answer
   * is written by whoever reads the mailbox, and routes and connections of the gateway are its
   * operator's own. Over OSCI the author signs, and where the directory knows with what, only that
   * counts. Whoever hands in over REST proves who brings a message, not who wrote it.
   */
  boolean isProved(Message message) {
    return switch (message.entry().kind()) {
      case XTA, XTA_MAILBOX, REPLY, ROUTE -> true;
      case OSCI_MAILBOX, OSCI_PUSH -> isSigned(message);
      default -> false;
    };
  }

  private boolean isSigned(Message message) {
    var signers = signers(message);
    var known =
        directory.get().withKey(message.traits().author()).stream()
            .flatMap(it -> it.osci().signatureCertificates().stream())
            .map(Fingerprint::of)
            .toList();
    return known.isEmpty() ? !signers.isEmpty() : known.stream().anyMatch(signers::contains);
  }

  private Set<String> signers(Message message) {
    return store.timeline(message.id()).stream()
        .filter(it -> it.event() == TimelineEvent.SIGNED_BY)
        .flatMap(it -> Arrays.stream(it.details().getOrDefault("fingerprint", "").split(" ")))
        .filter(it -> !it.isEmpty())
        .collect(Collectors.toSet());
  }
}
