package de.amtsbote.osci.inspect;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.trust.TrustMaterial;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a message is inspected.
 *
 * @param keys that may open it, on the way and its contents
 * @param trust anchors for the certificates of signers; without them only their validity is checked
 * @param policy which algorithms are accepted
 * @param required what must be there
 * @param challenge what the message must carry as response
 * @param at the instant for which certificates are checked
 * @param extractTo where plain contents are written; nothing is written without it
 */
public record InspectOptions(
    List<KeyOperations> keys,
    Optional<TrustMaterial> trust,
    AlgorithmPolicy policy,
    Set<Requirement> required,
    Optional<String> challenge,
    Instant at,
    Optional<Path> extractTo) {

  /** What a message can be required to have. */
  public enum Requirement {
    ORDER_SIGNATURE,
    CONTENT_SIGNATURE
  }

  /** Copies the collections. */
  public InspectOptions {
    keys = List.copyOf(keys);
    required = Set.copyOf(required);
  }

  /** No keys, no trust, the default policy, nothing required. */
  public static InspectOptions at(Instant instant) {
    return new InspectOptions(
        List.of(),
        Optional.empty(),
        AlgorithmPolicy.standard(),
        Set.of(),
        Optional.empty(),
        instant,
        Optional.empty());
  }

  /** These options with keys. */
  public InspectOptions keys(List<KeyOperations> more) {
    return new InspectOptions(more, trust, policy, required, challenge, at, extractTo);
  }

  /** These options with anchors. */
  public InspectOptions trust(TrustMaterial anchors) {
    return new InspectOptions(
        keys, Optional.of(anchors), policy, required, challenge, at, extractTo);
  }

  /** These options with another policy. */
  public InspectOptions policy(AlgorithmPolicy other) {
    return new InspectOptions(keys, trust, other, required, challenge, at, extractTo);
  }

  /** These options with requirements. */
  public InspectOptions require(Set<Requirement> requirements) {
    return new InspectOptions(keys, trust, policy, requirements, challenge, at, extractTo);
  }

  /** These options with the challenge that the message must answer. */
  public InspectOptions challenge(String value) {
    return new InspectOptions(keys, trust, policy, required, Optional.of(value), at, extractTo);
  }

  /** These options with a folder for plain contents. */
  public InspectOptions extractTo(Path folder) {
    return new InspectOptions(keys, trust, policy, required, challenge, at, Optional.of(folder));
  }
}
