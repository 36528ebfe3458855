package de.amtsbote.acceptance.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A line of the sender's books.
 *
 * @param id message id; empty when there was no receipt
 */
record Receipt(String key, String sha256, String id, String state, String code) {

  boolean isAccepted() {
    return !id.isEmpty();
  }

  boolean isRejected() {
    return state.equals("REJECTED");
  }

  static List<Receipt> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> line.split("\t", -1))
        .map(cells -> new Receipt(cells[0], cells[1], cells[2], cells[3], cells[4]))
        .toList();
  }
}
