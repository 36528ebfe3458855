package de.amtsbote.gateway.cli.standards;

import de.amtsbote.xoev.standard.Manifest;
import de.amtsbote.xoev.standard.MessageNamespace;
import de.amtsbote.xoev.standard.MessageRoot;
import de.amtsbote.xoev.standard.RuleFile;
import de.amtsbote.xoev.standard.Validity;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An installed standard for programs: one object on one line. */
final class StandardJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private StandardJson() {}

  /** What a list of standards says about it. */
  static String summary(Manifest manifest) {
    return JSON.writeValueAsString(fields(manifest));
  }

  /** All that it holds. */
  static String of(Manifest manifest) {
    var all = fields(manifest);
    all.put("header", manifest.header());
    all.put("namespaces", manifest.namespaces().stream().map(MessageNamespace::uri).toList());
    all.put("messageTypes", manifest.roots().stream().map(StandardJson::root).toList());
    all.put("rules", manifest.rules().stream().map(StandardJson::rule).toList());
    all.put("requires", manifest.requires());
    return JSON.writeValueAsString(all);
  }

  private static Map<String, Object> fields(Manifest manifest) {
    Validity validity = manifest.validity();
    var fields = new LinkedHashMap<String, Object>();
    fields.put("standard", manifest.name());
    fields.put("version", manifest.version());
    fields.put("title", manifest.title());
    fields.put("kennung", manifest.kennung());
    fields.put("validFrom", validity.from().map(LocalDate::toString).orElse(null));
    fields.put("validUntil", validity.until().map(LocalDate::toString).orElse(null));
    fields.put("graceDays", validity.graceDays());
    fields.put("messages", manifest.roots().size());
    fields.put("ruleFiles", manifest.rules().size());
    fields.put("codeLists", manifest.codeLists().size());
    return fields;
  }

  private static Map<String, Object> root(MessageRoot root) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("messageType", root.messageType());
    fields.put("root", root.name());
    fields.put("namespace", root.namespace());
    return fields;
  }

  private static Map<String, Object> rule(RuleFile rule) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("file", rule.file());
    fields.put("roots", rule.roots());
    fields.put("reportOnly", rule.reportOnly());
    return fields;
  }
}
