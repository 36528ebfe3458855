package de.amtsbote.xoev.header;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Party;
import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.XoevHeader;
import de.amtsbote.xoev.standard.Manifest;
import de.amtsbote.xoev.standard.MessageRoot;
import de.amtsbote.xoev.standard.StandardPackage;
import de.amtsbote.xoev.xml.PathCollector;
import de.amtsbote.xoev.xml.PathReader;
import de.amtsbote.xoev.xml.Paths;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.xml.stream.XMLStreamException;

/** Reads the header of a message by streaming; nothing behind the header is looked at. */
public final class HeaderReader {

  private final String fallbackName;
  private final String fallbackVersion;
  private final HeaderProfile profile;
  private final Paths wanted;

  /**
   * @param standard the package whose profile is used
   */
  public HeaderReader(StandardPackage standard) {
    this(standard.manifest());
  }

  HeaderReader(Manifest manifest) {
    this(manifest, manifest.header());
  }

  /**
   * A reader for partners whose messages have another header than the standard.
   *
   * @param profile g2g, nachrichtenkopf, xdomea, xjustiz, elements or none
   */
  public HeaderReader(Manifest manifest, String profile) {
    this.fallbackName = manifest.title();
    this.fallbackVersion = manifest.version();
    this.profile = HeaderProfile.of(profile, manifest.headerPaths());
    this.wanted = Paths.of(this.profile.allPaths(), this.profile.blocks());
  }

  /** True when messages of this standard have a header at all. */
  public boolean expectsHeader() {
    return !profile.blocks().isEmpty();
  }

  /** Local names of the elements that hold the header. */
  public List<String> blocks() {
    return profile.blocks();
  }

  /**
   * Where a field of the header lies, as a path below the root; empty when the profile has no such
   * field.
   */
  public String pathOf(String field) {
    return profile.paths().getOrDefault(field, List.of("")).get(0);
  }

  /**
   * Gathers the header while somebody else reads the message.
   *
   * @param position the place in the message at this moment
   */
  public PathCollector collector(LongSupplier position) {
    return new PathCollector(wanted, position);
  }

  /** The header that was gathered; empty when the message lacks it. */
  public Optional<XoevHeader> header(PathCollector gathered, MessageRoot root) {
    return gathered.hasEnded() ? Optional.of(header(gathered.values(), root)) : Optional.empty();
  }

  /** The path at which a field was found; the usual one when it was not. */
  public String pathOf(String field, Map<String, ?> found) {
    return profile.paths().getOrDefault(field, List.of("")).stream()
        .filter(found::containsKey)
        .findFirst()
        .orElseGet(() -> pathOf(field));
  }

  /**
   * Reads the header.
   *
   * @return empty when the standard has no header or the message lacks it
   * @throws XoevException ({@link XoevError#HEADER_UNREADABLE}) when the XML is broken before the
   *     header ends
   */
  public Optional<XoevHeader> read(Content content) {
    if (!expectsHeader()) {
      return Optional.empty();
    }
    try (var reader = new PathReader(content.open())) {
      var values = reader.read(wanted);
      var root = new MessageRoot("", reader.root().getLocalPart());
      return reader.hasEnded() ? Optional.of(header(values, root)) : Optional.empty();
    } catch (XMLStreamException | IOException broken) {
      throw new XoevException(XoevError.HEADER_UNREADABLE, "", broken);
    }
  }

  private XoevHeader header(Map<String, String> values, MessageRoot root) {
    String product = value(values, "product");
    String productVersion = value(values, "productVersion");
    return new XoevHeader(
        or(value(values, "standard"), fallbackName),
        or(value(values, "version"), fallbackVersion),
        or(value(values, "messageType"), root.messageType()),
        value(values, "messageUuid"),
        value(values, "created"),
        party(values, "author"),
        party(values, "reader"),
        value(values, "reference"),
        value(values, "service"),
        value(values, "test"),
        productVersion.isEmpty() ? product : product + " " + productVersion,
        value(values, "manufacturer"));
  }

  private Party party(Map<String, String> values, String who) {
    String prefix = value(values, who + ".prefix");
    String key = value(values, who + ".key");
    return new Party(
        value(values, who + ".directory"),
        prefix.isEmpty() || key.isEmpty() ? key : prefix + ":" + key,
        value(values, who + ".name"));
  }

  private String value(Map<String, String> values, String field) {
    for (String path : profile.paths().getOrDefault(field, List.of())) {
      String found = values.getOrDefault(path, "");
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }

  private static String or(String value, String otherwise) {
    return value.isEmpty() ? otherwise : value;
  }
}
