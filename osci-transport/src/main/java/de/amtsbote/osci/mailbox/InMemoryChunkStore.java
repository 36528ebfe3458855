package de.amtsbote.osci.mailbox;

import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.spool.SpoolFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps chunks in this process, large ones in encrypted files of a spool. */
public final class InMemoryChunkStore implements ChunkStore {

  private final Spool spool;
  private final Map<String, Transfer> transfers = new HashMap<>();

  private static final class Transfer {
    private final TreeMap<Long, SpoolFile> chunks = new TreeMap<>();
    private Instant lastAt;
  }

  /** A store that keeps chunks in a spool. */
  public InMemoryChunkStore(Spool spool) {
    this.spool = spool;
  }

  @Override
  public synchronized boolean put(String transfer, long number, PartSource chunk, Instant at) {
    var known = transfers.get(transfer);
    if (known != null && known.chunks.containsKey(number)) {
      return false;
    }
    try (var in = chunk.open()) {
      var octets = spool.copyOf(in);
      var kept = transfers.computeIfAbsent(transfer, name -> new Transfer());
      kept.chunks.put(number, octets);
      kept.lastAt = at;
      return true;
    } catch (IOException e) {
      throw new MailboxStoreException("chunk cannot be read", e);
    }
  }

  @Override
  public synchronized List<Long> numbers(String transfer) {
    var known = transfers.get(transfer);
    return known == null ? List.of() : List.copyOf(known.chunks.keySet());
  }

  @Override
  public synchronized long size(String transfer) {
    var known = transfers.get(transfer);
    return known == null ? 0 : known.chunks.values().stream().mapToLong(SpoolFile::length).sum();
  }

  @Override
  public synchronized InputStream open(String transfer, long offset, long count)
      throws IOException {
    var streams = new ArrayList<InputStream>();
    var known = transfers.get(transfer);
    long begin = 0;
    for (var chunk : known == null ? List.<SpoolFile>of() : known.chunks.values()) {
      long from = Math.max(offset, begin);
      long to = Math.min(offset + count, begin + chunk.length());
      if (from < to) {
        streams.add(chunk.open(from - begin, to - from));
      }
      begin += chunk.length();
    }
    return new SequenceInputStream(Collections.enumeration(streams));
  }

  @Override
  public synchronized long held(String beginning) {
    return transfers.keySet().stream()
        .filter(transfer -> transfer.startsWith(beginning))
        .mapToLong(this::size)
        .sum();
  }

  @Override
  public synchronized void remove(String transfer) {
    var known = transfers.remove(transfer);
    if (known != null) {
      known.chunks.values().forEach(SpoolFile::close);
    }
  }

  @Override
  public synchronized void purge(Instant before) {
    transfers.entrySet().stream()
        .filter(entry -> entry.getValue().lastAt.isBefore(before))
        .map(Map.Entry::getKey)
        .toList()
        .forEach(this::remove);
  }
}
