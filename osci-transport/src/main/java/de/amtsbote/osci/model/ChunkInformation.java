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

  /** Copies the list of received chunks. */
  public ChunkInformation {
    received = received == null ? null : List.copyOf(received);
  }
}
