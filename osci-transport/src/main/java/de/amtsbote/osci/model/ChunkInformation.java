package de.amtsbote.osci.model;

import java.util.List;

/**
 * Which slice of a chunked message travels (supplement EFFI); an absent value is null.
 *
 * @param number from 1
 * @param size of one chunk in KiB
 * @param total number of chunks
 * @param totalSize of the whole message in KiB
 * @param received numbers of the chunks that have arrived
 */
public record ChunkInformation(
    Long number, Long size, Long total, Long totalSize, List<Long> received) {

  /** Octets of the unit in which chunks and messages are measured. */
  public static final long KIB = 1024;

  /** Copies the list of received chunks. */
  public ChunkInformation {
    received = received == null ? null : List.copyOf(received);
  }
}
