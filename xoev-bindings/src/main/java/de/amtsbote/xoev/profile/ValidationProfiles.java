package de.amtsbote.xoev.profile;

import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The profiles of an installation: for all messages, for standards ({@code xbau} or {@code
 * xbau-2.6}), for partners, and for standards of partners; the more special one wins.
 */
public final class ValidationProfiles {

  /** Nothing is decided differently for anybody. */
  public static final ValidationProfiles NONE =
      new ValidationProfiles(new Group(ValidationProfile.UNCHANGED, Map.of()), Map.of());

  private record Group(ValidationProfile all, Map<String, ValidationProfile> standards) {

    ValidationProfile over(ValidationProfile base, String standard, String version) {
      ValidationProfile profile = all.over(base);
      profile = named(standard).over(profile);
      return named(standard + "-" + version).over(profile);
    }

    private ValidationProfile named(String standard) {
      return standards.getOrDefault(standard.toLowerCase(Locale.ROOT), ValidationProfile.UNCHANGED);
    }
  }

  private final Group common;
  private final Map<String, Group> partners;

  private ValidationProfiles(Group common, Map<String, Group> partners) {
    this.common = common;
    this.partners = partners;
  }

  /**
   * Reads profiles.
   *
   * @param yaml a map with the keys {@code default}, {@code standards} and {@code partners}
   * @throws XoevException ({@link XoevError#MANIFEST_INVALID}) naming the entry that is wrong
   */
  public static ValidationProfiles read(Path yaml) {
    try {
      Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(yaml));
      return of(root, yaml.toString());
    } catch (YAMLException | IOException broken) {
      throw new XoevException(XoevError.MANIFEST_INVALID, yaml.toString(), broken);
    }
  }

  /**
   * Profiles from entries that somebody else has read.
   *
   * @param where what an error names as their place
   * @throws XoevException as {@link #read}
   */
  public static ValidationProfiles of(Object entries, String where) {
    var reader = new ProfileReader(where);
    Map<String, Object> root = reader.map(entries, "", "default", "standards", "partners");
    var common =
        new Group(
            reader.profile(root.get("default"), "default"),
            standards(reader, root.get("standards"), "standards"));
    var partners = new HashMap<String, Group>();
    reader
        .map(root.get("partners"), "partners")
        .forEach((name, entry) -> partners.put(name, partner(reader, name, entry)));
    return new ValidationProfiles(common, Map.copyOf(partners));
  }

  private static Group partner(ProfileReader reader, String name, Object entry) {
    String path = "partners/" + name;
    Map<String, Object> own = new HashMap<>(reader.map(entry, path));
    Object standards = own.remove("standards");
    return new Group(reader.profile(own, path), standards(reader, standards, path + "/standards"));
  }

  private static Map<String, ValidationProfile> standards(
      ProfileReader reader, Object entry, String path) {
    var profiles = new HashMap<String, ValidationProfile>();
    reader
        .map(entry, path)
        .forEach(
            (name, profile) ->
                profiles.put(
                    name.toLowerCase(Locale.ROOT), reader.profile(profile, path + "/" + name)));
    return Map.copyOf(profiles);
  }

  /**
   * What counts for a message.
   *
   * @param partner logical name of the partner; empty for nobody in particular
   */
  public ValidationProfile of(String standard, String version, String partner) {
    ValidationProfile profile = common.over(ValidationProfile.UNCHANGED, standard, version);
    Group own = partners.get(partner);
    return own == null ? profile : own.over(profile, standard, version);
  }
}
