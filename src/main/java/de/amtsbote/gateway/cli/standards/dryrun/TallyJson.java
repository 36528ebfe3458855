package de.amtsbote.gateway.cli.standards.dryrun;

import de.amtsbote.xoev.Text;
import de.amtsbote.xoev.standard.StandardPackage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The summary of a dry run for programs: one object on one line. */
final class TallyJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private TallyJson() {}

  static String of(StandardPackage release, Instant since, Tally tally) {
    var root = new LinkedHashMap<String, Object>();
    root.put("standard", release.name());
    root.put("version", release.version());
    root.put("since", since.toString());
    root.putAll(count(tally.all()));
    root.put("unreadable", tally.unreadable());
    var types = new LinkedHashMap<String, Object>();
    tally.byType().forEach((type, count) -> types.put(type, count(count)));
    root.put("messageTypes", types);
    root.put("findings", tally.kinds().stream().map(TallyJson::kind).toList());
    return JSON.writeValueAsString(root);
  }

  private static Map<String, Object> count(Tally.Count count) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("messages", count.all());
    fields.put("valid", count.valid());
    fields.put("invalid", count.invalid());
    fields.put("unknown", count.unknown());
    return fields;
  }

  private static Map<String, Object> kind(Tally.Kind kind) {
    var it = kind.first();
    var fields = new LinkedHashMap<String, Object>();
    fields.put("messages", kind.messages());
    fields.put("level", it.level().key());
    fields.put("code", it.code());
    fields.put("severity", it.severity().key());
    fields.put("rule", it.rule());
    fields.put("path", Tally.place(it));
    fields.put("expected", it.expected());
    fields.put("cause", text(it.cause()));
    fields.put("remedy", text(it.remedy()));
    fields.put("example", kind.example().toString());
    return fields;
  }

  private static Map<String, String> text(Text text) {
    return Map.of("de", text.german(), "en", text.english());
  }
}
