package de.amtsbote.xoev.standard;

import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;

/** Reads and writes {@code standard.yaml}. */
public final class ManifestYaml {

  /** The name of the file in the folder of a package. */
  public static final String FILE = "standard.yaml";

  private ManifestYaml() {}

  /**
   * Reads the manifest of a package.
   *
   * @throws XoevException ({@link XoevError#MANIFEST_INVALID}) naming the entry that is wrong
   */
  public static Manifest read(Path file) {
    return new ManifestReader(file.toString(), load(file)).manifest();
  }

  /**
   * The entries of a manifest that may be incomplete, as a publisher or operator laid it beside the
   * schemas.
   */
  public static Map<String, Object> load(Path file) {
    try {
      Object root = yaml().load(Files.readString(file));
      var entries = new LinkedHashMap<String, Object>();
      if (root instanceof Map<?, ?> map) {
        map.forEach((key, value) -> entries.put(String.valueOf(key), value));
        return entries;
      }
      throw new XoevException(XoevError.MANIFEST_INVALID, file + ": no entries");
    } catch (YAMLException | IOException broken) {
      throw new XoevException(XoevError.MANIFEST_INVALID, file.toString(), broken);
    }
  }

  /** Writes the manifest; reading it again gives an equal one. */
  public static void write(Manifest manifest, Path file) {
    try {
      Files.writeString(file, yaml().dump(entries(manifest)), StandardCharsets.UTF_8);
    } catch (IOException unwritable) {
      throw new XoevException(XoevError.STORAGE_FAILED, file.toString(), unwritable);
    }
  }

  /** The same manifest with some entries replaced. */
  public static Manifest merged(Manifest manifest, Map<String, Object> overriding, String where) {
    var entries = entries(manifest);
    entries.putAll(overriding);
    return new ManifestReader(where, entries).manifest();
  }

  private static Map<String, Object> entries(Manifest m) {
    var entries = new LinkedHashMap<String, Object>();
    entries.put("name", m.name());
    entries.put("title", m.title());
    entries.put("kennung", m.kennung());
    entries.put("version", m.version());
    m.validity().from().ifPresent(day -> entries.put("validFrom", day.toString()));
    m.validity().until().ifPresent(day -> entries.put("validUntil", day.toString()));
    entries.put("graceDays", m.validity().graceDays());
    entries.put("header", m.header());
    if (!m.headerPaths().isEmpty()) {
      entries.put("headerPaths", new TreeMap<>(m.headerPaths()));
    }
    entries.put("namespaces", m.namespaces().stream().map(n -> namespace(n, m)).toList());
    entries.put("schemas", m.schemas());
    entries.put("locations", new TreeMap<>(m.locations()));
    entries.put("rules", m.rules().stream().map(ManifestYaml::rule).toList());
    entries.put("codeLists", m.codeLists());
    entries.put("attachments", m.attachments().stream().map(AttachmentReference::entries).toList());
    if (!m.replies().equals(ReplySettings.NONE)) {
      entries.put("replies", replies(m.replies()));
    }
    entries.put("requires", m.requires());
    return entries;
  }

  private static Map<String, Object> namespace(MessageNamespace namespace, Manifest manifest) {
    var entry = new LinkedHashMap<String, Object>();
    entry.put("uri", namespace.uri());
    entry.put("standard", namespace.standard());
    entry.put("version", namespace.version());
    entry.put("versionAt", namespace.versionAt());
    List<String> roots = new ArrayList<>();
    manifest.roots().stream()
        .filter(root -> root.namespace().equals(namespace.uri()))
        .forEach(root -> roots.add(root.name()));
    entry.put("roots", roots);
    return entry;
  }

  private static Map<String, Object> replies(ReplySettings settings) {
    var entries = new LinkedHashMap<String, Object>();
    entries.put("reasons", new TreeMap<>(settings.reasons()));
    entries.put("lists", new TreeMap<>(settings.lists()));
    entries.put("values", new TreeMap<>(settings.values()));
    return entries;
  }

  private static Map<String, Object> rule(RuleFile rule) {
    var entry = new LinkedHashMap<String, Object>();
    entry.put("file", rule.file());
    entry.put("roots", rule.roots());
    entry.put("reportOnly", rule.reportOnly());
    var severities = new TreeMap<String, String>();
    rule.severities().forEach((id, severity) -> severities.put(id, severity.key()));
    entry.put("severities", severities);
    return entry;
  }

  private static Yaml yaml() {
    var loading = new LoaderOptions();
    loading.setAllowDuplicateKeys(false);
    loading.setMaxAliasesForCollections(10);
    var dumping = new DumperOptions();
    dumping.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    dumping.setAllowUnicode(true);
    dumping.setWidth(160);
    return new Yaml(new SafeConstructor(loading), new Representer(dumping), dumping, loading);
  }
}
