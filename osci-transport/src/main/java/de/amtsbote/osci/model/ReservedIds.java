package de.amtsbote.osci.model;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ids that a message gives to what is its own. A delivery travels in several messages, one after
 * the other; if something in it had such an id, the next message could not be written or read any
 * more (an {@code Id} occurs once), and whatever lies behind it in the mailbox would wait for ever.
 */
public final class ReservedIds {

  private static final Set<String> OWN =
      Stream.concat(
              Stream.of(
                  "controlblock",
                  "clientsignature",
                  "suppliersignature",
                  "desiredlanguages",
                  "qualityoftimestamp_creation",
                  "qualityoftimestamp_reception",
                  "intermediarycertificates",
                  "nonintermediarycertificates",
                  "featuredescription",
                  "body"),
              Arrays.stream(MessageType.values()).map(MessageType::orderId))
          .collect(Collectors.toUnmodifiableSet());

  private ReservedIds() {}

  /** Whether nothing that this message carries, to be passed on by another, may be called so. */
  public static boolean refuse(MessageType type, String id) {
    return switch (type) {
      case STORE_DELIVERY, FORWARD_DELIVERY, MEDIATE_DELIVERY, RESPONSE_TO_PROCESS_DELIVERY ->
          contain(id);
      default -> false;
    };
  }

  /** Whether no content, certificate or foreign header may be called so. */
  public static boolean contain(String id) {
    return OWN.contains(id)
        || id.startsWith("intermed_cipher_")
        || id.startsWith("intermed_signature_");
  }
}
