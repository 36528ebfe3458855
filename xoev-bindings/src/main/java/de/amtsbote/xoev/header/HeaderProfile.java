package de.amtsbote.xoev.header;

import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Where the fields of a header lie, as paths of local names below the root.
 *
 * @param name g2g, nachrichtenkopf, xdomea, xjustiz, elements or none
 * @param blocks names of the header elements; reading stops where one ends
 * @param paths field to the paths that may hold it, in the order of preference
 */
record HeaderProfile(String name, List<String> blocks, Map<String, List<String>> paths) {

  private static final String BLOCK = "block";
  private static final String LIKE = "like";
  private static final Map<String, HeaderProfile> BUILT_IN = load();

  /** The profile of this name with the paths that a package sets differently. */
  static HeaderProfile of(String name, Map<String, String> overriding) {
    HeaderProfile profile = BUILT_IN.get(name);
    if (profile == null) {
      throw new XoevException(XoevError.MANIFEST_INVALID, "header profile '" + name + "'");
    }
    if (overriding.isEmpty()) {
      return profile;
    }
    var paths = new HashMap<>(profile.paths);
    overriding.forEach((field, path) -> paths.put(field, split(path)));
    List<String> blocks =
        overriding.containsKey(BLOCK) ? split(overriding.get(BLOCK)) : profile.blocks;
    return new HeaderProfile(name, blocks, paths);
  }

  Set<String> allPaths() {
    var all = new HashSet<String>();
    paths.values().forEach(all::addAll);
    return all;
  }

  private static List<String> split(String paths) {
    return Arrays.stream(paths.split(",")).map(String::strip).filter(p -> !p.isEmpty()).toList();
  }

  /** The paths, and for those within the first block the same ones within each other block. */
  private static List<String> withOthers(
      List<String> paths, List<String> blocks, List<String> like) {
    var all = new ArrayList<>(paths);
    for (String other : like) {
      String start = blocks.get(0) + "/";
      paths.stream()
          .filter(path -> path.startsWith(start))
          .forEach(path -> all.add(other + "/" + path.substring(start.length())));
    }
    return all;
  }

  private static List<String> together(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static Map<String, HeaderProfile> load() {
    try (InputStream in = HeaderProfile.class.getResourceAsStream("profiles.yaml")) {
      Map<String, Map<String, Object>> all =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      var profiles = new TreeMap<String, HeaderProfile>();
      all.forEach(
          (name, fields) -> {
            var paths = new HashMap<String, List<String>>();
            fields.forEach((field, path) -> paths.put(field, split(String.valueOf(path))));
            List<String> blocks = paths.containsKey(BLOCK) ? paths.remove(BLOCK) : List.of();
            List<String> like = paths.containsKey(LIKE) ? paths.remove(LIKE) : List.of();
            paths.replaceAll((field, found) -> withOthers(found, blocks, like));
            profiles.put(name, new HeaderProfile(name, together(blocks, like), paths));
          });
      return profiles;
    } catch (IOException unreadable) {
      throw new XoevException(XoevError.STORAGE_FAILED, "profiles.yaml", unreadable);
    }
  }
}
