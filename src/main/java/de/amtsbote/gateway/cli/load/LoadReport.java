package de.amtsbote.gateway.cli.load;

import java.io.PrintWriter;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The result for people and for programs. */
final class LoadReport {

  private final LoadResult result;

  LoadReport(LoadResult result) {
    this.result = result;
  }

  void print(PrintWriter out) {
    line(
        out,
        "sent",
        "%,d messages of %,d bytes at %s/s to %s",
        result.shipments().size(),
        result.size(),
        rate(),
        result.plan().gateways().stream().map(URI::getAuthority).collect(Collectors.joining(", ")));
    line(out, "accepted", "%,d (%.1f/s)", result.accepted(), result.acceptedPerSecond());
    result.refused().forEach((code, count) -> line(out, "refused", "%,d %s", count, code));
    line(out, "sent again", "%,d times", result.repeats());
    line(out, "receipt", "%s", result.untilReceipt());
    result.ends().forEach((state, count) -> line(out, "ended", "%,d %s", count, state));
    line(out, "end to end", "%s", result.untilEnd());
    line(out, "throughput", "%.1f/s to their end", result.endedPerSecond());
    result.usages().forEach(it -> line(out, "used by", "%s", it.text(result.accepted())));
    line(out, "no answer", "%,d", result.unanswered());
    line(out, "unfinished", "%,d", result.unfinished());
    line(out, "lost", "%,d", result.lost());
  }

  String json() {
    return JsonMapper.shared().writeValueAsString(tree());
  }

  private Map<String, Object> tree() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("gateways", result.plan().gateways().stream().map(URI::toString).toList());
    json.put("rate", result.plan().rate());
    json.put("count", result.shipments().size());
    json.put("bytes", result.size());
    json.put("seconds", result.elapsed().toMillis() / 1000.0);
    json.put("accepted", result.accepted());
    json.put("refused", result.refused());
    json.put("repeats", result.repeats());
    json.put("ends", result.ends());
    json.put("unanswered", result.unanswered());
    json.put("unfinished", result.unfinished());
    json.put("lost", result.lost());
    json.put("receiptMillis", result.untilReceipt().json());
    json.put("endToEndMillis", result.untilEnd().json());
    json.put("acceptedPerSecond", result.acceptedPerSecond());
    json.put("endedPerSecond", result.endedPerSecond());
    json.put("usage", result.usages().stream().map(it -> it.json(result.accepted())).toList());
    return json;
  }

  private String rate() {
    double rate = result.plan().rate();
    return rate == Math.rint(rate) ? String.valueOf((long) rate) : String.valueOf(rate);
  }

  private static void line(PrintWriter out, String what, String format, Object... values) {
    out.printf("%-12s %s%n", what, format.formatted(values));
  }
}
