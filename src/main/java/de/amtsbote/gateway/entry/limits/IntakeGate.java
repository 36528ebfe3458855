package de.amtsbote.gateway.entry.limits;

import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.load.LoadStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Decides whether a request may come in now; whoever may not is told when to come back. */
public final class IntakeGate implements AutoCloseable {

  private static final long LONGEST_WAIT = TimeUnit.MINUTES.toNanos(5);
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

  private final String node = UUID.randomUUID().toString();
  private final Map<Door, Places> places = new EnumMap<>(Door.class);
  private final Map<String, AccountDesk> desks = new ConcurrentHashMap<>();
  private final Map<String, AccountUsage> usages = new ConcurrentHashMap<>();
  private final IntakeProperties properties;
  private final LoadStore store;
  private final Clock clock;
  private final Room room;
  private final Backlog backlog;

  IntakeGate(IntakeProperties properties, LoadStore store, Clock clock, List<Path> folders) {
    this.properties = properties;
    this.store = store;
    this.clock = clock;
    this.room = new Room(folders, properties.freeSpace().toBytes());
    this.backlog = new Backlog(store, clock, properties.backlog(), properties.databaseSize());
    for (var door : Door.values()) {
      places.put(door, new Places(door.places(properties.places()), properties.intakeWait()));
    }
  }

  /**
   * Counts a request of any kind.
   *
   * @throws GatewayException when the account makes too many
   */
  void request(Guest guest) {
    desk(guest).request();
  }

  /**
   * Lets a message in; the stay is closed when it is stored or refused.
   *
   * @param guest null where messages authenticate themselves
   * @param length of the body; -1 when it is not known
   * @throws GatewayException when it is too much now
   */
  Stay bring(Door door, Guest guest, long length) {
    backlog.check();
    var mine = guest == null ? (Permit) () -> {} : desk(guest).take(length);
    try {
      return enter(door, guest, length).and(mine);
    } catch (GatewayException e) {
      mine.close();
      throw e;
    }
  }

  /**
   * Lets a question in that may take as long as a message. It counts among what its account does at
   * the same time, and no account takes more than half of the places for questions.
   */
  Stay ask(Guest guest, long length) {
    var mine = desk(guest).ask();
    try {
      return enter(Door.PREFLIGHT, guest, length).and(mine);
    } catch (GatewayException e) {
      mine.close();
      throw e;
    }
  }

  /** Lets something in that adds nothing to what is under way here; else as for a message. */
  Stay enter(Door door, Guest guest, long length) {
    var space = room.take(length, guest != null);
    try {
      return new Stay(places.get(door).take().and(space), space);
    } catch (GatewayException e) {
      space.close();
      throw e;
    }
  }

  /** Whether disk and backlog let messages in; an entry that fetches comes back later if not. */
  public boolean isOpen() {
    return room.isEnough() && !backlog.isFull();
  }

  /**
   * Waits while nothing can be taken in, so that whoever reads files or queues stops reading.
   *
   * @param goOn asked every second; false ends the waiting
   * @throws GatewayException when it is still too much after five minutes
   */
  public void awaitOpen(BooleanSupplier goOn) {
    var end = System.nanoTime() + LONGEST_WAIT;
    while (!isOpen() && goOn.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(PAUSE);
    }
    backlog.check();
    room.take(-1, false).close();
  }

  /** Counts what an account has brought in. */
  void taken(Guest guest, long bytes) {
    desk(guest).taken(bytes);
  }

  /** How things stand. */
  public GateStatus status() {
    return new GateStatus(
        places.get(Door.REST).count(),
        places.get(Door.REST).taken(),
        places.get(Door.OSCI).taken(),
        places.get(Door.XTA).taken(),
        room.free(),
        room.isEnough(),
        backlog.isFull());
  }

  /** Writes down what was counted. */
  @Override
  public void close() {
    usages.values().forEach(AccountUsage::tell);
  }

  private AccountDesk desk(Guest guest) {
    return desks.computeIfAbsent(guest.key(), key -> newDesk(guest));
  }

  private AccountDesk newDesk(Guest guest) {
    var usage = new AccountUsage(node, guest.tenant(), guest.account(), store, clock);
    usages.put(guest.key(), usage);
    return new AccountDesk(
        guest.tenant(),
        guest.account(),
        properties.of(guest.limits()),
        Door.PREFLIGHT.places(properties.places()) / 2,
        store,
        clock,
        usage);
  }
}
