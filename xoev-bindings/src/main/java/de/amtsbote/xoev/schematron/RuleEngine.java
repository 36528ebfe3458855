package de.amtsbote.xoev.schematron;

import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.lib.ResourceResolver;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.trans.XPathException;

/** Compiles rule files: Schematron through the SchXslt transpiler, XSLT as it is. */
final class RuleEngine {

  private static final String SCHXSLT = "http://dmaus.name/ns/2023/schxslt";

  private XsltExecutable transpiler;

  /** A processor that reads only what the resolver hands out and writes no files. */
  private static Processor hardened(ResourceResolver resolver, String protocols) {
    var processor = new Processor(false);
    var configuration = processor.getUnderlyingConfiguration();
    configuration.setResourceResolver(resolver);
    configuration.setConfigurationProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
    configuration.setConfigurationProperty(Feature.ALLOWED_PROTOCOLS, protocols);
    configuration.setConfigurationProperty(Feature.XINCLUDE, false);
    configuration.setConfigurationProperty(
        Feature.ENVIRONMENT_VARIABLE_RESOLVER, new NoEnvironment());
    configuration.setUnparsedTextURIResolver(
        (uri, encoding, config) -> {
          throw new XPathException("Rules must not read text files");
        });
    configuration.setCollectionFinder(
        (context, uri) -> {
          throw new XPathException("Rules must not read collections");
        });
    return processor;
  }

  private static Source refuse(net.sf.saxon.lib.ResourceRequest request) throws XPathException {
    throw new XPathException("Nothing outside the package is read");
  }

  /** A processor that reads only from below this folder. */
  static Processor processorOf(Path folder) {
    // the protocol is asked before the resolver, which lets nothing through but files of the
    // package
    var processor = hardened(new PackageResources(folder), "file");
    processor.getUnderlyingConfiguration().setUnparsedTextURIResolver(new PackageTexts(folder));
    return processor;
  }

  /** Compiles a file of the package in this folder for its processor. */
  XsltExecutable compile(Path folder, Path file, Processor own) {
    try {
      Source source = source(folder, file);
      XsltCompiler compiler = own.newXsltCompiler();
      compiler.setErrorReporter(error -> {});
      return compiler.compile(source);
    } catch (SaxonApiException invalid) {
      throw new XoevException(
          XoevError.RULES_INVALID, file.getFileName() + ": " + invalid.getMessage(), invalid);
    } catch (IOException unreadable) {
      throw new XoevException(XoevError.STORAGE_FAILED, file.toString(), unreadable);
    }
  }

  private Source source(Path folder, Path file) throws SaxonApiException, IOException {
    if (isStylesheet(file)) {
      return RuleSource.read(file);
    }
    // relative addresses in the rules mean the place of the rule file, wherever its translation
    // lies
    String place = file.toUri().toString();
    var kept = new Translations(folder).of(file);
    String text = kept.isPresent() ? kept.get() : transpile(folder, file);
    return new StreamSource(new StringReader(text), place);
  }

  private static boolean isStylesheet(Path file) {
    return file.toString().matches("(?i).*\\.xslt?");
  }

  /** Keeps the translation of a Schematron file in the package. */
  void transpileAhead(Path folder, Path file) {
    if (isStylesheet(file)) {
      return;
    }
    try {
      new Translations(folder).keep(file, transpile(folder, file));
    } catch (SaxonApiException invalid) {
      throw new XoevException(
          XoevError.RULES_INVALID, file.getFileName() + ": " + invalid.getMessage(), invalid);
    } catch (IOException unwritable) {
      throw new XoevException(XoevError.STORAGE_FAILED, file.toString(), unwritable);
    }
  }

  /** The stylesheet as text: trees of two processors do not mix. */
  private String transpile(Path folder, Path file) throws SaxonApiException {
    var result = new XdmDestination();
    var transformer = transpiler().load30();
    transformer.getUnderlyingController().setResourceResolver(new PackageResources(folder));
    transformer.setErrorReporter(error -> {});
    transformer.transform(RuleSource.read(file), result);
    return result.getXdmNode().toString();
  }

  private synchronized XsltExecutable transpiler() throws SaxonApiException {
    if (transpiler == null) {
      InputStream in = RuleEngine.class.getResourceAsStream("/content/transpile.xsl");
      XsltCompiler compiler = hardened(RuleEngine::refuse, "").newXsltCompiler();
      compiler.setErrorReporter(error -> {});
      Map.of("compact-report", true)
          .forEach(
              (name, value) ->
                  compiler.setParameter(new QName(SCHXSLT, name), new XdmAtomicValue(value)));
      transpiler = compiler.compile(new StreamSource(in));
    }
    return transpiler;
  }
}
