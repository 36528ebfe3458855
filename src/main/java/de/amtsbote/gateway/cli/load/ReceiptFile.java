package de.amtsbote.gateway.cli.load;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The sender's own books: a line for each message, tab-separated: idempotency key, SHA-256 of the
 * payload, message id of the receipt or nothing, last known state, code of reason or refusal.
 */
record ReceiptFile(Path file) {

  void write(List<Shipment> shipments) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (Shipment each : shipments) {
        String code = each.refusal() == null ? each.reason() : each.refusal();
        String id = each.isAccepted() ? each.id() : "";
        out.write(String.join("\t", each.key(), each.sha256(), id, each.state(), code));
        out.newLine();
      }
    }
  }
}
