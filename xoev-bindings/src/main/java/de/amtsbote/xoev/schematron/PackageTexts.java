package de.amtsbote.xoev.schematron;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.sf.saxon.Configuration;
import net.sf.saxon.lib.UnparsedTextURIResolver;
import net.sf.saxon.trans.XPathException;

/** Answers text files from below the package's folder, and refuses everything else. */
record PackageTexts(Path folder) implements UnparsedTextURIResolver {

  private static final String UNAVAILABLE = "FOUT1170";

  @Override
  public Reader resolve(URI uri, String encoding, Configuration configuration)
      throws XPathException {
    Path file =
        PackageResources.inside(folder, uri.toString())
            .orElseThrow(
                () -> new XPathException("Rules read no text outside the package", UNAVAILABLE));
    try {
      return Files.newBufferedReader(
          file, encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding));
    } catch (IllegalArgumentException | IOException unreadable) {
      throw new XPathException("A text file of the rules cannot be read", UNAVAILABLE);
    }
  }
}
