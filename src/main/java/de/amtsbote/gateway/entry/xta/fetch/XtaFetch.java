package de.amtsbote.gateway.entry.xta.fetch;

import de.amtsbote.gateway.delivery.xta.IntakeSink;
import de.amtsbote.gateway.delivery.xta.XtaServersProperties;
import de.amtsbote.gateway.entry.body.LimitedInputStream;
import de.amtsbote.gateway.entry.scan.Suspects;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.XtaFetched;
import de.amtsbote.gateway.xta.XtaListing;
import de.amtsbote.gateway.xta.XtaRemote;
import de.amtsbote.gateway.xta.XtaSelection;
import java.io.IOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;

/**
 * Empties one mailbox into the store. Each message is closed after it is committed, for only that
 * means fetched; one that was committed and not closed comes again and is only closed then. One
 * that cannot be read is kept as it came, stays open at the server, and holds up no other.
 */
final class XtaFetch {

  private static final Logger LOG = LoggerFactory.getLogger(XtaFetch.class);
  private static final int MOST_PASSES = 20;
  private static final int MOST_PAGES = 100;
  private static final long ENVELOPE = 1 << 20;
  private static final Set<ErrorCode> STAYS_CLOSED =
      EnumSet.of(
          ErrorCode.XTA_CONTENT_INVALID,
          ErrorCode.CONTENT_INFECTED,
          ErrorCode.CONTENT_UNSCANNABLE,
          ErrorCode.IDEMPOTENCY_CONFLICT);
  private static final XtaSelection WAITING =
      new XtaSelection(List.of(), List.of(), null, null, true);

  private final String name;
  private final XtaServersProperties.Fetch settings;
  private final XtaRemote remote;
  private final FetchIntake intake;
  private final LeftAlone leftAlone;
  private final Suspects suspects;
  private final long mostClosed;
  private final BooleanSupplier takes;

  /**
   * An entry.
   *
   * @param limit most octets of a content; what cannot be read is kept up to twice as many
   * @param takes whether another message may come in; asked before each
   */
  XtaFetch(
      String name,
      XtaServersProperties.Fetch settings,
      XtaRemote remote,
      FetchIntake intake,
      Suspects suspects,
      Clock clock,
      long limit,
      BooleanSupplier takes) {
    this.name = name;
    this.settings = settings;
    this.remote = remote;
    this.intake = intake;
    this.suspects = suspects;
    this.mostClosed = 2 * limit + ENVELOPE;
    this.takes = takes;
    this.leftAlone = new LeftAlone(clock, settings.retryClosed());
  }

  /** Fetches until nothing is left, or only what cannot be read. */
  synchronized void run() {
    try {
      for (var pass = 0; pass < MOST_PASSES; pass++) {
        if (!pass()) {
          return;
        }
      }
    } catch (XtaException e) {
      LOG.warn("XTA mailbox {} waits: {}", name, e.getMessage());
    } catch (GatewayException e) {
      LOG.warn("XTA mailbox {} waits: {} (incident {})", name, e.getMessage(), e.incident());
    } catch (IOException e) {
      LOG.warn("XTA mailbox {} waits: the server does not answer", name);
    }
  }

  /** Goes through the list once; true when something of it was taken. */
  private boolean pass() throws IOException {
    var taken = false;
    var page = remote.list(WAITING, settings.page());
    for (var pages = 1; !page.ids().isEmpty(); pages++) {
      for (var id : page.ids()) {
        if (!takes.getAsBoolean()) {
          return false;
        }
        taken |= !leftAlone.has(id) && take(id, page.request());
      }
      if (page.pending() == 0 || pages == MOST_PAGES) {
        return taken;
      }
      page = next(page);
    }
    return taken;
  }

  private XtaListing next(XtaListing page) throws IOException {
    return remote.next(page.request(), page.ids());
  }

  /**
   * Takes one message.
   *
   * @param list what the server calls the request that named it
   */
  private boolean take(String id, String list) throws IOException {
    try {
      if (suspects.<Boolean, IOException>show(id, () -> fetch(id, list))) {
        leftAlone.forget(id);
        return true;
      }
      LOG.warn("XTA mailbox {}: the server gives another message for {}", name, id);
      leftAlone.add(id);
    } catch (GatewayException e) {
      if (!STAYS_CLOSED.contains(e.code())) {
        throw e;
      }
      keepClosed(id, e);
    } catch (XtaException e) {
      LOG.warn("XTA mailbox {}: the server does not give message {}: {}", name, id, e.getMessage());
      leftAlone.add(id);
    } catch (IOException e) {
      // a line may break; the same message breaks it again and again only when it is the cause
      if (!leftAlone.broke(id)) {
        throw e;
      }
      keepClosed(id, broken(e));
    } catch (NestedRuntimeException e) {
      // the store, not the message
      throw e;
    } catch (RuntimeException e) {
      keepClosed(id, unreadable(e));
    }
    return false;
  }

  private GatewayException broken(IOException cause) {
    return new GatewayException(
        ErrorCode.XTA_CONTENT_INVALID,
        "the line of XTA server %s broke at this message again and again".formatted(name),
        cause);
  }

  private GatewayException unreadable(RuntimeException cause) {
    return new GatewayException(
        ErrorCode.XTA_CONTENT_INVALID,
        "the message of XTA server %s is not as the contract says".formatted(name),
        cause);
  }

  /** False when the server gave another message than the one that was asked for. */
  private boolean fetch(String id, String list) throws IOException {
    if (intake.has(name, settings.tenant(), id)) {
      // committed before, and not closed: it only has to be said again
      return close(id, list, remote.fetch(only(id), new Discarded()));
    }
    try (var content = intake.open()) {
      var fetched = remote.fetch(only(id), new IntakeSink(content));
      if (fetched.isPresent() && is(fetched.get(), id)) {
        var receipt = intake.keep(name, settings.tenant(), fetched.get(), content);
        receipt.ifPresent(it -> LOG.info("XTA mailbox {}: {} is message {}", name, id, it.id()));
      }
      return close(id, list, fetched);
    }
  }

  private boolean close(String id, String list, Optional<XtaFetched> fetched) throws IOException {
    if (fetched.isEmpty()) {
      return true;
    }
    if (!is(fetched.get(), id)) {
      return false;
    }
    var request = fetched.get().request();
    remote.close(request == null ? list : request, List.of(id));
    return true;
  }

  /** Closed is only what was asked for: a server that mixes ids up would lose the other one. */
  private static boolean is(XtaFetched fetched, String id) {
    return fetched.order().messageId().equalsIgnoreCase(id);
  }

  private void keepClosed(String id, GatewayException why) {
    leftAlone.add(id);
    LOG.warn(
        "XTA mailbox {}: {} is kept closed: {} (incident {})",
        name,
        id,
        why.getMessage(),
        why.incident());
    try {
      intake.keepClosed(name, settings.tenant(), id, why, it -> closed(id, it));
    } catch (XtaException | IOException e) {
      LOG.warn("XTA mailbox {}: not even its octets come: {}", name, e.getMessage());
    } catch (GatewayException e) {
      if (e.code() != ErrorCode.BODY_TOO_LARGE) {
        throw e;
      }
      LOG.warn("XTA mailbox {}: {} is too large to be kept: {}", name, id, e.getMessage());
    }
  }

  private void closed(String id, XtaRemote.Octets octets) throws IOException {
    remote.fetchClosed(
        only(id), (type, answer) -> octets.take(type, new LimitedInputStream(answer, mostClosed)));
  }

  private static XtaSelection only(String id) {
    return new XtaSelection(List.of(id), List.of(), null, null, null);
  }
}
