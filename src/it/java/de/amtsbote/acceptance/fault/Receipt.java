package de.amtsbote.acceptance.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A line of the sender's books.
 *
 * @param id message id; empty when there was no receipt
 * @param broken whether it was sent with content that must be rejected
 */
record Receipt(String key, String sha256, String id, String state, String code, boolean broken) {

  boolean isAccepted() {
    return !id.isEmpty();
  }

  boolean isRejected() {
    return state.equals("REJECTED");
  }

  /**
   * Reads the books, which are in the order of sending.
   *
   * @param broken which numbers, from zero, were broken on purpose
   */
  static List<Receipt> read(Path file, IntPredicate broken) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return IntStream.range(0, lines.size())
        .mapToObj(number -> of(lines.get(number).split("\t", -1), broken.test(number)))
        .toList();
  }

  private static Receipt of(String[] cells, boolean broken) {
    return new Receipt(cells[0], cells[1], cells[2], cells[3], cells[4], broken);
  }
}
