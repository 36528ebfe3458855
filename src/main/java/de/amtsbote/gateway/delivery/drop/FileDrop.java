package de.amtsbote.gateway.delivery.drop;

import de.amtsbote.gateway.delivery.Delivery;
import de.amtsbote.gateway.delivery.Failures;
import de.amtsbote.gateway.delivery.FileNames;
import de.amtsbote.gateway.delivery.Handover;
import de.amtsbote.gateway.delivery.HandoverForm;
import de.amtsbote.gateway.delivery.HandoverPart;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Sha256;
import java.io.IOException;
import java.security.DigestInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drops each message as a folder of its own, named by the delivery id. The folder appears at once
 * and whole: each attempt writes everything and forces it to disk in a folder that no other attempt
 * knows. One of them becomes the whole one of this delivery id by a rename that fails where there
 * is one; from there any attempt moves the message to its place, in two steps with the {@code
 * .ready} last. What is left of the whole one tells later attempts, also those of a node that stood
 * still for long, that only renames can be missing: what the Fachverfahren took away is not dropped
 * a second time. It is swept away after a day, and when the hand-over is done.
 */
class FileDrop implements Delivery {

  static final String READY = ".ready";

  private static final Logger LOG = LoggerFactory.getLogger(FileDrop.class);

  /** Where folders grow; hidden from the Fachverfahren, on the same file system. */
  static final String WORKSHOP = ".amtsbote";

  private static final String WHOLE = ".whole";
  private static final String MESSAGE = "/message";
  private static final String MADE_READY = "/ready";

  /** Stays when the rest is moved away: nothing can be renamed over a folder that holds a file. */
  private static final String MARK = "/written";

  private static final String PROBE = ".probe";
  private static final int COPY_BYTES = 64 * 1024;
  private static final Duration KEPT = Duration.ofDays(1);
  private static final Duration SWEEP = Duration.ofHours(1);

  private final String name;
  private final DropPlaces places;
  private final boolean twoStep;
  private final Clock clock;
  private final Predicate<String> open;
  private final AtomicReference<Instant> swept = new AtomicReference<>(Instant.EPOCH);

  /**
   * A way into a folder.
   *
   * @param open whether the hand-over of this id may still be tried again
   */
  FileDrop(String name, DropPlaces places, boolean twoStep, Clock clock, Predicate<String> open) {
    this.clock = clock;
    this.open = open;
    this.name = name;
    this.places = places;
    this.twoStep = twoStep;
  }

  @Override
  public void handOver(Handover handover) {
    try (var place = places.open()) {
      drop(handover, place);
    } catch (IOException e) {
      throw Failures.known(e).orElseGet(() -> unavailable("cannot write to its folder", e));
    }
  }

  /** Its mark stays for those who wake up late; what is old is swept away now and then. */
  @Override
  public void settled(String deliveryId) {
    var now = clock.instant();
    var last = swept.get();
    if (now.isBefore(last.plus(SWEEP)) || !swept.compareAndSet(last, now)) {
      return;
    }
    try (var place = places.open()) {
      for (var item : place.list(WORKSHOP)) {
        if (item.changedBefore(now.minus(KEPT)) && !isNeeded(item.name())) {
          sweep(place, item);
        }
      }
    } catch (IOException e) {
      // old marks do no harm
      LOG.warn("delivery {}: its workshop was not swept: {}", name, DropFailures.kind(e));
    }
  }

  /** The mark of a hand-over that is not done, however old: the next attempt looks for it. */
  private boolean isNeeded(String item) {
    return item.endsWith(WHOLE) && open.test(item.substring(0, item.length() - WHOLE.length()));
  }

  private static void sweep(DropPlace place, DropPlace.Item item) throws IOException {
    var path = WORKSHOP + "/" + item.name();
    if (item.isFolder()) {
      place.deleteFolder(path);
    } else {
      place.delete(path);
    }
  }

  /** Writes a file into the workshop, where no Fachverfahren looks. */
  @Override
  public void probe() {
    try (var place = places.open()) {
      place.ensureFolder(WORKSHOP);
      place.delete(workshop(name, PROBE));
      place.create(workshop(name, PROBE)).close();
      place.delete(workshop(name, PROBE));
    } catch (IOException e) {
      throw unavailable("cannot write to its folder", e);
    }
  }

  private void drop(Handover handover, DropPlace place) throws IOException {
    var id = FileNames.safe(handover.deliveryId());
    var whole = workshop(id, WHOLE);
    place.ensureFolder(WORKSHOP);
    if (!place.exists(whole)) {
      make(handover, place, workshop(id, "." + UUID.randomUUID()), whole);
    }
    publish(place, whole, MESSAGE, id);
    publish(place, whole, MADE_READY, id + READY);
  }

  private void make(Handover handover, DropPlace place, String growing, String whole)
      throws IOException {
    var isFirst = false;
    try {
      write(handover, place, growing);
      isFirst = isFirst(place, growing, whole);
    } finally {
      if (!isFirst) {
        clear(place, growing);
      }
    }
  }

  /** Of all that were written under a delivery id only the first counts. */
  private static boolean isFirst(DropPlace place, String growing, String whole) throws IOException {
    try {
      place.rename(growing, whole);
    } catch (IOException e) {
      if (!place.exists(whole)) {
        throw e;
      }
      return false;
    }
    place.force(WORKSHOP);
    return true;
  }

  private static void publish(DropPlace place, String whole, String what, String to)
      throws IOException {
    var from = whole + what;
    if (!place.exists(from)) {
      return;
    }
    try {
      place.rename(from, to);
    } catch (IOException e) {
      // gone when another node was quicker
      if (place.exists(from)) {
        throw e;
      }
    }
    place.force("");
    place.force(whole);
  }

  private static String workshop(String id, String suffix) {
    return WORKSHOP + "/" + FileNames.safe(id) + suffix;
  }

  private void write(Handover handover, DropPlace place, String growing) throws IOException {
    var message = growing + MESSAGE;
    place.ensureFolder(growing);
    place.ensureFolder(message);
    var names = FileNames.of(handover);
    write(handover.payload(), place, message + "/" + names.get(0));
    for (var i = 0; i < handover.attachments().size(); i++) {
      write(handover.attachments().get(i), place, message + "/" + names.get(i + 1));
    }
    try (var out = place.create(message + "/" + FileNames.METADATA)) {
      out.write(HandoverForm.metadata(handover));
    }
    place.force(message);
    if (twoStep) {
      place.create(growing + MADE_READY).close();
    }
    place.create(growing + MARK).close();
    place.force(growing);
  }

  /** What is not needed shall not fill a disk that may be full. */
  private static void clear(DropPlace place, String growing) {
    try {
      place.deleteFolder(growing);
    } catch (IOException e) {
      LOG.warn("What was half written stays for a day: {}", growing);
    }
  }

  private static void write(HandoverPart part, DropPlace place, String file) throws IOException {
    try (var content = new DigestInputStream(part.content().open(), Sha256.start());
        var out = place.create(file)) {
      var buffer = new byte[COPY_BYTES];
      for (var n = content.read(buffer); n >= 0; n = content.read(buffer)) {
        out.write(buffer, 0, n);
      }
      var written = HexFormat.of().formatHex(content.getMessageDigest().digest());
      if (!written.equals(part.sha256())) {
        throw new GatewayException(
            ErrorCode.PART_DAMAGED, "part " + part.name() + " changed on its way to the file");
      }
    }
  }

  private GatewayException unavailable(String what, IOException cause) {
    return new GatewayException(
        ErrorCode.DELIVERY_UNAVAILABLE,
        "delivery %s %s (%s)".formatted(name, what, DropFailures.kind(cause)),
        cause);
  }
}
