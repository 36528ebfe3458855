package de.amtsbote.osci.content;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import java.util.ArrayList;
import java.util.List;

/**
 * An old algorithm that the default policy refuses and the policy in force let pass; it belongs in
 * the timeline of the message.
 *
 * @param where {@code transport}, {@code content ID} or {@code attachment NAME}
 * @param algorithm its URI
 */
public record Tolerated(String where, String algorithm) {

  /**
   * What was tolerated in an encryption.
   *
   * @param facts null for none
   * @param signed whether a verified signature covers what was encrypted
   */
  public static List<Tolerated> in(String where, EncryptionFacts facts, boolean signed) {
    return facts == null
        ? List.of()
        : AlgorithmPolicy.standard().refusals(facts.cipher(), facts.keyTransport(), signed).stream()
            .map(algorithm -> new Tolerated(where, algorithm))
            .toList();
  }

  /** What was tolerated in these containers and in those inside of them. */
  static List<Tolerated> in(List<OpenedContainer> containers, boolean signed) {
    List<Tolerated> all = new ArrayList<>();
    for (OpenedContainer container : containers) {
      boolean covered = signed || container.isSigned();
      all.addAll(in("content " + container.id(), container.encryption(), covered));
      for (OpenedItem item : container.items()) {
        if (item instanceof OpenedItem.Nested nested) {
          all.addAll(in(List.of(nested.container()), covered));
        } else if (item instanceof OpenedItem.Attachment part) {
          all.addAll(in("attachment " + part.name(), part.encryption(), covered));
        }
      }
      all.addAll(in(container.encrypted(), covered));
    }
    return all;
  }
}
