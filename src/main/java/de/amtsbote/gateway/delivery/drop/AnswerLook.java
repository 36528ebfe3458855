package de.amtsbote.gateway.delivery.drop;

import de.amtsbote.gateway.delivery.mailbox.ExpectedAnswers;
import de.amtsbote.gateway.delivery.mailbox.ProcessingStatus;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.ReceiptStore;
import de.amtsbote.gateway.message.gate.Gate;
import de.amtsbote.gateway.message.gate.Gates;
import de.amtsbote.gateway.message.gate.HeldBackException;
import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for the answers of a procedure in the folder of its delivery. A file that changes is left
 * alone until it is the same in two looks, so that no half of it is taken; an answer is taken down
 * durably before anything is deleted.
 */
final class AnswerLook {

  private static final Logger LOG = LoggerFactory.getLogger(AnswerLook.class);
  private static final int MOST_IDS = 1000;

  private final String name;
  private final DropPlaces places;
  private final ExpectedAnswers answers;
  private final ReceiptStore receipts;
  private final Gates gates;
  private final Clock clock;
  private Set<AnswerFile> before = Set.of();
  private final Set<String> odd = new HashSet<>();

  AnswerLook(
      String name,
      DropPlaces places,
      ExpectedAnswers answers,
      ReceiptStore receipts,
      Gates gates,
      Clock clock) {
    this.name = name;
    this.places = places;
    this.answers = answers;
    this.receipts = receipts;
    this.gates = gates;
    this.clock = clock;
  }

  /** One look; a place that is away counts like a hand-over that failed. */
  synchronized void run(BooleanSupplier stopping) {
    try {
      gates.<Void, GatewayException>ask(
          Gate.delivery(name),
          () -> {
            look(stopping);
            return null;
          });
    } catch (HeldBackException e) {
      LOG.debug("Answers of {} wait: {}", name, e.getMessage());
    } catch (GatewayException e) {
      LOG.warn("Answers of {} cannot be read: {}", name, e.getMessage());
    }
  }

  private void look(BooleanSupplier stopping) {
    var since = clock.instant();
    try (var place = places.open()) {
      place.ensureFolder("");
      var items = place.list();
      var found = items.stream().flatMap(it -> AnswerFile.of(it).stream()).toList();
      for (var file : found) {
        if (stopping.getAsBoolean()) {
          return;
        }
        if (before.contains(file) && isOnly(file, found)) {
          apart(place, file.item().name(), () -> take(place, file));
        }
      }
      before = Set.copyOf(found);
      takeAwayWithdrawn(place, items);
      if (items.stream().anyMatch(it -> it.name().equals(FileDrop.WORKSHOP))) {
        // else it is not the folder that things were dropped into, and nobody knows
        receipts.unanswered(name, found.stream().map(AnswerFile::id).toList(), since);
      }
    } catch (IOException e) {
      throw new GatewayException(
          ErrorCode.DELIVERY_UNAVAILABLE,
          "delivery %s: its folder cannot be read (%s)".formatted(name, DropFailures.kind(e)),
          e);
    }
  }

  /** Something that is done with one file. */
  private interface Step {
    void run() throws IOException;
  }

  /** What is wrong with one file keeps nobody from all others, unless the place itself is away. */
  private void apart(DropPlace place, String file, Step step) throws IOException {
    try {
      step.run();
    } catch (IOException e) {
      if (!place.exists("")) {
        throw e;
      }
      sayOnce(file, "cannot be used (%s)".formatted(DropFailures.kind(e)));
    }
  }

  /** Whoever says yes and no at once has not made up his mind. */
  private boolean isOnly(AnswerFile file, List<AnswerFile> all) {
    var others =
        all.stream().filter(it -> it.id().equals(file.id()) && it.status() != file.status());
    if (others.findAny().isEmpty()) {
      return true;
    }
    sayOnce(file.item().name(), "is accepted and rejected at once; delete one of the two files");
    return false;
  }

  private void take(DropPlace place, AnswerFile file) throws IOException {
    var entry = answers.find(name, file.id());
    if (entry.isEmpty()) {
      sayOnce(file.item().name(), "answers nothing that was handed over here, and is left alone");
      return;
    }
    var reason =
        file.status() == ProcessingStatus.REJECTED
            ? AnswerFile.reason(place.read(file.item().name(), AnswerFile.READ))
            : null;
    try {
      answers.answer(entry.get(), file.status(), reason);
    } catch (GatewayException e) {
      // what stands stays; the file would only come up again and again
      LOG.warn(
          "Message {}: the answer of {} counts for nothing: {}",
          entry.get().message(),
          name,
          e.getMessage());
    }
    clear(place, file.id());
    place.delete(file.item().name());
    odd.remove(file.item().name());
  }

  /** Nobody shall begin with what its sender was told will not be delivered. */
  private void takeAwayWithdrawn(DropPlace place, List<DropPlace.Item> items) throws IOException {
    var open =
        items.stream()
            .map(DropPlace.Item::name)
            .filter(it -> it.endsWith(FileDrop.READY))
            .map(it -> it.substring(0, it.length() - FileDrop.READY.length()))
            .filter(it -> AnswerFile.of(accepted(it)).isPresent())
            .map(UUID::fromString)
            .collect(Collectors.toList());
    for (var from = 0; from < open.size(); from += MOST_IDS) {
      var page = open.subList(from, Math.min(open.size(), from + MOST_IDS));
      for (var id : answers.withdrawn(name, page)) {
        apart(place, id + FileDrop.READY, () -> clear(place, id));
      }
    }
  }

  private static DropPlace.Item accepted(String id) {
    return new DropPlace.Item(id + ".accepted", false, 0, "");
  }

  /** The mark first, so that nobody begins with what is half deleted. */
  private static void clear(DropPlace place, UUID id) throws IOException {
    place.delete(id + FileDrop.READY);
    place.deleteFolder(id.toString());
  }

  private void sayOnce(String file, String what) {
    if (odd.size() < MOST_IDS && odd.add(file)) {
      LOG.warn("Delivery {}: {} {}", name, file, what);
    }
  }
}
