package de.amtsbote.osci.spool;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * A file of slots, each for one sealed chunk, in which spool files that belong together lie: it
 * needs one handle, however many they are, and room that one gives back is taken by the next. It
 * goes with the last of them.
 */
final class SlotFile {

  private final NamelessFile file;
  private final int slot;
  private final BitSet taken = new BitSet();
  private int open;

  /**
   * An empty file.
   *
   * @param slot octets of a slot
   */
  SlotFile(NamelessFile file, int slot) {
    this.file = file;
    this.slot = slot;
  }

  /** Room for one more spool file; empty if this file is gone. */
  synchronized Optional<Storage> enter() {
    if (open < 0) {
      return Optional.empty();
    }
    open++;
    return Optional.of(new Room());
  }

  private synchronized int take() {
    int free = taken.nextClearBit(0);
    taken.set(free);
    return free;
  }

  private synchronized void leave(int[] slots, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      taken.clear(slots[i]);
    }
    if (--open == 0) {
      open = -1;
      file.close();
    }
  }

  private final class Room implements Storage {

    private int[] slots = new int[4];
    private int chunks;
    private int last;

    @Override
    public void write(byte[] octets, int count) throws IOException {
      if (chunks == slots.length) {
        slots = Arrays.copyOf(slots, 2 * chunks);
      }
      slots[chunks] = take();
      file.write(octets, count, (long) slot * slots[chunks]);
      chunks++;
      last = count;
    }

    @Override
    public int read(byte[] target, int chunk) throws IOException {
      int count = chunk == chunks - 1 ? last : slot;
      file.read(target, count, (long) slot * slots[chunk]);
      return count;
    }

    @Override
    public void close() throws IOException {
      leave(slots, chunks);
    }
  }
}
