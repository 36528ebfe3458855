package de.amtsbote.acceptance.fault;

import de.amtsbote.acceptance.site.Delivery;
import de.amtsbote.acceptance.site.Fachverfahren;
import de.amtsbote.acceptance.site.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The Fachverfahren: one that is posted to, one that looks into a folder, and one that looks into
 * another and answers.
 */
record Procedures(Fachverfahren posted, Path folder, AnsweringProcedure answering) {

  private static final String PAYLOAD = "payload.xml";

  /** By SHA-256 of each part, the delivery ids under which it arrived. */
  Map<String, Set<String>> arrivals() {
    Map<String, Set<String>> arrivals = new HashMap<>();
    for (Delivery delivery : posted.deliveries()) {
      for (byte[] part : delivery.parts()) {
        add(arrivals, Sha256.of(part), delivery.deliveryId());
      }
    }
    answering.arrivals().forEach((sha256, ids) -> ids.forEach(id -> add(arrivals, sha256, id)));
    for (Path dropped : dropped()) {
      add(arrivals, fingerprint(dropped.resolve(PAYLOAD)), dropped.getFileName().toString());
    }
    return arrivals;
  }

  private static void add(Map<String, Set<String>> arrivals, String sha256, String id) {
    arrivals.computeIfAbsent(sha256, key -> new HashSet<>()).add(id);
  }

  private List<Path> dropped() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(each -> Files.exists(each.resolve(PAYLOAD))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fingerprint(Path file) {
    try {
      return Sha256.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
