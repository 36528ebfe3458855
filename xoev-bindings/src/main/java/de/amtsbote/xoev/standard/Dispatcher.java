package de.amtsbote.xoev.standard;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Place;
import de.amtsbote.xoev.Severity;
import de.amtsbote.xoev.xml.Encoding;
import de.amtsbote.xoev.xml.PathReader;
import de.amtsbote.xoev.xml.Paths;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/**
 * Finds the package a message belongs to from its root element and, where the namespace has no
 * version, its header.
 */
public final class Dispatcher {

  private final NamespaceIndex index;

  /**
   * @param catalog the packages to choose from
   */
  public Dispatcher(StandardCatalog catalog) {
    this.index = new NamespaceIndex(catalog);
  }

  /**
   * Decides for one message; reads its first elements only.
   *
   * @param day the day whose releases count
   * @throws IOException when the bytes cannot be read
   */
  public Dispatch dispatch(Content content, LocalDate day) throws IOException {
    try (var in = new BufferedInputStream(content.open())) {
      String encoding = Encoding.of(in);
      return Encoding.isAllowed(encoding) ? dispatch(in, day) : unreadable(encoding);
    }
  }

  /** What a message in an encoding is that is not taken. */
  public static Dispatch.Unreadable unreadable(String encoding) {
    return new Dispatch.Unreadable(
        FindingCode.ENCODING.at(
            Level.SAFE, Severity.ERROR, Place.NOWHERE, "", Encoding.UTF_8, encoding));
  }

  /**
   * Decides for one message from its stream, which is left somewhere behind its start; its encoding
   * was looked at before.
   */
  public Dispatch dispatch(InputStream in, LocalDate day) throws IOException {
    try {
      // closing is up to whoever opened the stream
      @SuppressWarnings("resource")
      var reader = new PathReader(in);
      return decide(reader, day);
    } catch (PathReader.Refused refused) {
      return unreadable(FindingCode.DOCTYPE, refused.getLocation());
    } catch (PathReader.TooLate late) {
      Place at = place(late.getLocation(), late.path());
      return new Dispatch.Unreadable(
          FindingCode.LIMIT.at(Level.SAFE, Severity.ERROR, at, "", late.expected(), ""));
    } catch (XMLStreamException broken) {
      if (broken.getNestedException() instanceof IOException io && !isCoding(io)) {
        throw io;
      }
      return unreadable(FindingCode.NOT_WELL_FORMED, broken.getLocation());
    }
  }

  /** Woodstox wraps malformed bytes into I/O errors of its own. */
  private static boolean isCoding(IOException io) {
    return io instanceof java.io.CharConversionException
        || io.getClass().getName().startsWith("com.ctc.wstx")
        || io instanceof java.io.UnsupportedEncodingException;
  }

  private Dispatch decide(PathReader reader, LocalDate day) throws XMLStreamException {
    var root = new MessageRoot(reader.root().getNamespaceURI(), reader.root().getLocalPart());
    Place at = reader.rootPlace();
    List<NamespaceIndex.Entry> candidates = index.withNamespace(root.namespace());
    if (candidates.isEmpty()) {
      return index
          .relative(root.namespace(), reader.attribute("standard"))
          .<Dispatch>map(
              name ->
                  new Dispatch.VersionNotAvailable(
                      root, at, name, reader.attribute("version"), index.versions(name), false))
          .orElseGet(() -> new Dispatch.UnknownStandard(root, at));
    }
    String version = version(reader, candidates);
    List<NamespaceIndex.Entry> fitting =
        candidates.stream()
            .filter(
                c ->
                    version.isEmpty()
                        || c.namespace().versionAt().isEmpty()
                        || c.namespace().version().equals(version))
            .toList();
    String name = candidates.get(0).standard().name();
    if (fitting.isEmpty()) {
      return new Dispatch.VersionNotAvailable(root, at, name, version, index.versions(name), false);
    }
    List<NamespaceIndex.Entry> inForce =
        fitting.stream().filter(c -> c.standard().manifest().validity().accepts(day)).toList();
    if (inForce.isEmpty()) {
      String asked = version.isEmpty() ? fitting.get(0).standard().version() : version;
      return new Dispatch.VersionNotAvailable(root, at, name, asked, index.versions(name), true);
    }
    return known(root, at, inForce);
  }

  private static Dispatch known(MessageRoot root, Place at, List<NamespaceIndex.Entry> inForce) {
    for (NamespaceIndex.Entry entry : inForce) {
      if (entry.roots().contains(root)) {
        return new Dispatch.Known(entry.standard(), root);
      }
    }
    return new Dispatch.UnknownMessageType(inForce.get(0).standard(), root, at);
  }

  private static String version(PathReader reader, List<NamespaceIndex.Entry> candidates)
      throws XMLStreamException {
    var below = new TreeSet<String>();
    for (NamespaceIndex.Entry candidate : candidates) {
      String path = candidate.namespace().versionAt();
      if (path.startsWith("@") && !reader.attribute(path.substring(1)).isEmpty()) {
        return reader.attribute(path.substring(1));
      }
      if (path.contains("/")) {
        below.add(path);
      }
    }
    if (below.isEmpty()) {
      return "";
    }
    var headers = below.stream().map(path -> path.substring(0, path.indexOf('/'))).toList();
    return reader.read(Paths.of(below, headers)).values().stream().findFirst().orElse("");
  }

  private static Dispatch.Unreadable unreadable(FindingCode code, Location at) {
    Place place = place(at, "");
    return new Dispatch.Unreadable(code.at(Level.SAFE, Severity.ERROR, place, "", "", ""));
  }

  private static Place place(Location at, String path) {
    return at == null
        ? Place.NOWHERE
        : new Place(Math.max(0, at.getLineNumber()), Math.max(0, at.getColumnNumber()), path);
  }
}
