package de.amtsbote.xoev.quirk;

import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What is special about messages of one partner.
 *
 * @param name name of the profile
 * @param quirks the deviations, each with its value ({@code true}, a file name, a location)
 */
public record QuirkProfile(String name, Map<Quirk, String> quirks) {

  /** No deviation is tolerated. */
  public static final QuirkProfile STRICT = new QuirkProfile("strict", Map.of());

  public QuirkProfile {
    quirks = Map.copyOf(quirks);
  }

  /** True when the deviation is tolerated. */
  public boolean has(Quirk quirk) {
    return quirks.containsKey(quirk) && !"false".equals(quirks.get(quirk));
  }

  /** The value of a deviation, such as the file name a partner wants. */
  public Optional<String> value(Quirk quirk) {
    return has(quirk) ? Optional.of(quirks.get(quirk)) : Optional.empty();
  }

  /**
   * Reads profiles: a map of profile names to maps of deviations.
   *
   * @throws XoevException ({@link XoevError#MANIFEST_INVALID}) naming the entry that is wrong
   */
  public static Map<String, QuirkProfile> read(Path file) {
    try {
      Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
      var profiles = new TreeMap<String, QuirkProfile>();
      if (root instanceof Map<?, ?> map) {
        map.forEach(
            (name, entry) ->
                profiles.put(String.valueOf(name), profile(String.valueOf(name), entry)));
      }
      return profiles;
    } catch (YAMLException | IOException broken) {
      throw new XoevException(XoevError.MANIFEST_INVALID, file.toString(), broken);
    }
  }

  private static QuirkProfile profile(String name, Object entry) {
    var quirks = new EnumMap<Quirk, String>(Quirk.class);
    if (entry instanceof Map<?, ?> map) {
      map.forEach((key, value) -> quirks.put(quirk(name, key), String.valueOf(value)));
    }
    return new QuirkProfile(name, quirks);
  }

  private static Quirk quirk(String profile, Object key) {
    for (Quirk quirk : Quirk.values()) {
      if (quirk.key().equals(key)) {
        return quirk;
      }
    }
    throw new XoevException(XoevError.MANIFEST_INVALID, profile + ": '" + key + "' is no quirk");
  }
}
