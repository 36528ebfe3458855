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
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drops each message as a folder of its own, named by the delivery id. The folder appears at once
 * and whole: everything is written and forced to disk beside it, then renamed. A mark that is
 * written before the rename tells a later attempt that only renames can be missing, so a folder
 * that the Fachverfahren took away is not dropped a second time. In two steps, the {@code .ready}
 * is made before that mark too, and moved to its place last.
 */
class FileDrop implements Delivery {

  static final String READY = ".ready";

  private static final Logger LOG = LoggerFactory.getLogger(FileDrop.class);

  /** Where folders grow; hidden from the Fachverfahren, on the same file system. */
  private static final String WORKSHOP = ".amtsbote";

  private static final String WRITTEN = ".written";
  private static final String PROBE = ".probe";
  private static final int COPY_BYTES = 64 * 1024;

  private final String name;
  private final DropPlaces places;
  private final boolean twoStep;

  FileDrop(String name, DropPlaces places, boolean twoStep) {
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

  @Override
  public void settled(String deliveryId) {
    try (var place = places.open()) {
      place.delete(workshop(deliveryId, WRITTEN));
    } catch (IOException e) {
      // an old mark does no harm
      LOG.warn("delivery {}: the mark of {} stays", name, deliveryId);
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
    var growing = workshop(id, "");
    place.ensureFolder(WORKSHOP);
    if (!place.exists(workshop(id, WRITTEN))) {
      write(handover, place, growing);
      if (twoStep) {
        place.delete(workshop(id, READY));
        place.create(workshop(id, READY)).close();
      }
      place.create(workshop(id, WRITTEN)).close();
      place.force(WORKSHOP);
    }
    publish(place, growing, id);
    publish(place, workshop(id, READY), id + READY);
  }

  private static void publish(DropPlace place, String from, String to) throws IOException {
    if (place.exists(from)) {
      place.rename(from, to);
      place.force("");
      place.force(WORKSHOP);
    }
  }

  private static String workshop(String id, String suffix) {
    return WORKSHOP + "/" + FileNames.safe(id) + suffix;
  }

  private static void write(Handover handover, DropPlace place, String growing) throws IOException {
    place.deleteFolder(growing);
    place.ensureFolder(growing);
    var done = false;
    try {
      var names = FileNames.of(handover);
      write(handover.payload(), place, growing + "/" + names.get(0));
      for (var i = 0; i < handover.attachments().size(); i++) {
        write(handover.attachments().get(i), place, growing + "/" + names.get(i + 1));
      }
      try (var out = place.create(growing + "/" + FileNames.METADATA)) {
        out.write(HandoverForm.metadata(handover));
      }
      place.force(growing);
      done = true;
    } finally {
      if (!done) {
        clear(place, growing);
      }
    }
  }

  /** What was half written shall not fill a disk that may be full. */
  private static void clear(DropPlace place, String growing) {
    try {
      place.deleteFolder(growing);
    } catch (IOException e) {
      LOG.warn("What was half written stays until the next attempt: {}", growing);
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
