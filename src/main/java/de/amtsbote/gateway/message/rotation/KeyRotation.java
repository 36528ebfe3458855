package de.amtsbote.gateway.message.rotation;

import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.KeyWrapper;
import de.amtsbote.gateway.message.WrappedKey;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wraps data keys anew under the current key of the key ring; content is neither read nor written.
 * It may be stopped at any point and run on several nodes: what is done is done, and the next run
 * takes up the rest. Only keys that came into use before the current one are replaced.
 */
public final class KeyRotation {

  private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);
  private static final int BATCH = 200;

  private final KeyUseStore store;
  private final KeyWrapper keys;
  private final Clock clock;

  /** Rotation in this database, with the keys of this node. */
  public KeyRotation(DataSource source, KeyWrapper keys, Clock clock) {
    this.store = new KeyUseStore(source);
    this.keys = keys;
    this.clock = clock;
  }

  /** The same, going by the time of the database, as a command on any machine must. */
  public static KeyRotation byDatabase(DataSource source, KeyWrapper keys) {
    var now = new KeyUseStore(source).now();
    return new KeyRotation(source, keys, Clock.fixed(now, ZoneOffset.UTC));
  }

  /** Notes that this node wraps new data keys under its current key. */
  public void announce() {
    store.seen(keys.current(), clock.instant());
  }

  /** All keys that are or were in use, in the order in which they came into use. */
  public List<KeyUse> uses() {
    return store.uses();
  }

  /**
   * Wraps what older keys hold under the current key.
   *
   * @param goOn asked between two batches; false ends the run early
   * @return one line for each older key that still held something
   */
  public List<Rewrapped> rewrap(BooleanSupplier goOn) {
    announce();
    var results = new ArrayList<Rewrapped>();
    for (var alias : store.olderThan(keys.current())) {
      results.add(rewrap(alias, goOn));
    }
    return results;
  }

  private Rewrapped rewrap(String from, BooleanSupplier goOn) {
    if (!keys.holds(from)) {
      var left = store.count(from);
      LOG.warn("The key ring lacks {}, which wraps the data keys of {} messages", from, left);
      return new Rewrapped(from, keys.current(), 0, left, left);
    }
    long done = 0;
    long failed = 0;
    var batch = new KeyUseStore.Batch(0, 0, null);
    do {
      batch = store.rewrap(from, batch.last(), BATCH, this::renew);
      done += batch.done();
      failed += batch.failed();
    } while (batch.last() != null && goOn.getAsBoolean());
    return new Rewrapped(from, keys.current(), done, failed, store.count(from));
  }

  private WrappedKey renew(WrappedKey old) {
    try {
      return keys.wrap(keys.unwrap(old));
    } catch (GatewayException e) {
      LOG.warn("A data key cannot be wrapped anew: {} (incident {})", e.getMessage(), e.incident());
      return null;
    }
  }
}
