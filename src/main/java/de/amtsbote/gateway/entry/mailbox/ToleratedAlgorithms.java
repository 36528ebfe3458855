package de.amtsbote.gateway.entry.mailbox;

import de.amtsbote.osci.content.EncryptionFacts;
import de.amtsbote.osci.content.OpenedContainer;
import de.amtsbote.osci.content.OpenedContent;
import de.amtsbote.osci.content.OpenedItem;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.CipherAlgorithm;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Algorithms that only the legacy policy reads, or that no new software should write any more. */
final class ToleratedAlgorithms {

  private static final AlgorithmPolicy STANDARD = AlgorithmPolicy.standard();

  private final Set<String> found = new TreeSet<>();

  private ToleratedAlgorithms() {}

  /** Their names in a delivery and on its way, sorted. */
  static Set<String> in(Optional<EncryptionFacts> transport, OpenedContent content) {
    var algorithms = new ToleratedAlgorithms();
    transport.ifPresent(algorithms::add);
    content.containers().forEach(algorithms::add);
    return algorithms.found;
  }

  private void add(OpenedContainer container) {
    container.encryptedWith().ifPresent(this::add);
    container.encrypted().forEach(this::add);
    for (var item : container.items()) {
      if (item instanceof OpenedItem.Nested nested) {
        add(nested.container());
      }
    }
  }

  private void add(EncryptionFacts facts) {
    if (facts.cipher().mode() == CipherAlgorithm.Mode.CBC) {
      found.add(nameOf(facts.cipher().uri()));
    }
    var keys = facts.keyTransport();
    if (keys != null && !STANDARD.accepts(keys)) {
      found.add(nameOf(keys.method().uri()));
    }
  }

  private static String nameOf(String uri) {
    return uri.substring(uri.indexOf('#') + 1);
  }
}
