package de.amtsbote.xoev.schematron;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.lib.ResourceRequest;
import net.sf.saxon.lib.ResourceResolver;
import net.sf.saxon.trans.XPathException;

/** Answers includes and documents from below the package's folder, and refuses everything else. */
record PackageResources(Path folder) implements ResourceResolver {

  @Override
  public Source resolve(ResourceRequest request) throws XPathException {
    try {
      Path file = Path.of(URI.create(request.uri).normalize()).toRealPath();
      if (file.startsWith(folder.toRealPath()) && Files.isRegularFile(file)) {
        boolean rules = file.toString().toLowerCase(Locale.ROOT).endsWith(".sch");
        return rules ? RuleSource.read(file) : new StreamSource(file.toFile());
      }
    } catch (IllegalArgumentException
        | java.io.IOException
        | java.nio.file.FileSystemNotFoundException outside) {
      throw refused(request);
    }
    throw refused(request);
  }

  private static XPathException refused(ResourceRequest request) {
    String uri = request.uri == null ? "" : request.uri;
    return new XPathException(
        "Rules must not read '"
            + uri.substring(uri.lastIndexOf('/') + 1)
            + "' outside the package");
  }
}
