package de.amtsbote.xoev.schematron;

import de.amtsbote.xoev.XoevException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.transform.Source;
import net.sf.saxon.lib.ResourceRequest;
import net.sf.saxon.lib.ResourceResolver;
import net.sf.saxon.trans.XPathException;

/** Answers includes and documents from below the package's folder, and refuses everything else. */
record PackageResources(Path folder) implements ResourceResolver {

  private static final String UNAVAILABLE = "FODC0002";

  @Override
  public Source resolve(ResourceRequest request) throws XPathException {
    Path file =
        inside(folder, String.valueOf(request.uri))
            .orElseThrow(() -> refused("Rules must not read", request, "outside the package"));
    try {
      return RuleSource.read(file);
    } catch (XoevException noXml) {
      throw refused("The rules' file", request, "is not well-formed");
    }
  }

  /** The file of the package that an address means; empty for everything else. */
  static Optional<Path> inside(Path folder, String uri) {
    try {
      Path file = Path.of(URI.create(uri).normalize()).toRealPath();
      return file.startsWith(folder.toRealPath()) && Files.isRegularFile(file)
          ? Optional.of(file)
          : Optional.empty();
    } catch (IllegalArgumentException | IOException | FileSystemNotFoundException outside) {
      return Optional.empty();
    }
  }

  private static XPathException refused(String what, ResourceRequest request, String why) {
    String uri = String.valueOf(request.uri);
    String name = uri.substring(uri.lastIndexOf('/') + 1);
    return new XPathException(what + " '" + name + "' " + why, UNAVAILABLE);
  }
}
