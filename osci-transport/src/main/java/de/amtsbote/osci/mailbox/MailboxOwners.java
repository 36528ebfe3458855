package de.amtsbote.osci.mailbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Whose mailboxes belong together. A mailbox is named by a cipher certificate, so a renewed
 * certificate is a new mailbox (OSCI-Transport 1.2, K§4); who runs the intermediary may say that
 * its owner is the same. All of an owner's certificates open all of his mailboxes.
 */
@FunctionalInterface
public interface MailboxOwners {

  /** Every certificate has an owner of its own. */
  MailboxOwners APART = Set::of;

  /** The fingerprints of all cipher certificates of the owner, the given one among them. */
  Set<String> mailboxesOf(String fingerprint);

  /** Owners with several certificates each; a certificate in none of the sets is alone. */
  static MailboxOwners of(Collection<Set<String>> owners) {
    Map<String, Set<String>> byFingerprint = new HashMap<>();
    owners.forEach(
        all -> all.forEach(fingerprint -> byFingerprint.put(fingerprint, Set.copyOf(all))));
    return fingerprint -> byFingerprint.getOrDefault(fingerprint, Set.of(fingerprint));
  }
}
