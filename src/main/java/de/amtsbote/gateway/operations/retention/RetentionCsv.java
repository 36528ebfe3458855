package de.amtsbote.gateway.operations.retention;

import de.amtsbote.gateway.message.retention.Erasure;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report as CSV (RFC 4180), safe to open in a spreadsheet. */
final class RetentionCsv {

  private static final String HEAD =
      "run,at,kind,tenant,standard,service,before,messages,parts,bytes\r\n";

  private RetentionCsv() {}

  static String of(List<Erasure> erasures) {
    return HEAD + erasures.stream().map(RetentionCsv::line).collect(Collectors.joining());
  }

  private static String line(Erasure it) {
    return Stream.of(
                it.run(),
                it.at(),
                it.kind(),
                it.tenant(),
                it.standard(),
                it.service(),
                it.before(),
                it.messages(),
                it.parts(),
                it.bytes())
            .map(value -> value == null ? "" : cell(value.toString()))
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  /** A sender names the service: what a spreadsheet would take for a formula becomes text. */
  private static String cell(String text) {
    var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
