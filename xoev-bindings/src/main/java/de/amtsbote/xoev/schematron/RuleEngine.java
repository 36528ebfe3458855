package de.amtsbote.xoev.schematron;

import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import java.io.InputStream;
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
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.trans.XPathException;

/** Compiles rule files: Schematron through the SchXslt transpiler, XSLT as it is. */
final class RuleEngine {

  private static final String SCHXSLT = "http://dmaus.name/ns/2023/schxslt";

  private final Processor processor = hardened(RuleEngine::refuse);
  private XsltExecutable transpiler;

  /** A processor that reads only what the resolver hands out and writes no files. */
  static Processor hardened(ResourceResolver resolver) {
    var processor = new Processor(false);
    var configuration = processor.getUnderlyingConfiguration();
    configuration.setResourceResolver(resolver);
    configuration.setConfigurationProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
    configuration.setConfigurationProperty(Feature.ALLOWED_PROTOCOLS, "");
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
    return hardened(new PackageResources(folder));
  }

  /** Compiles a file of the package in this folder for its processor. */
  synchronized XsltExecutable compile(Path folder, Path file, Processor own) {
    try {
      boolean stylesheet = file.toString().matches("(?i).*\\.xslt?");
      Source source = stylesheet ? new StreamSource(file.toFile()) : transpile(folder, file);
      XsltCompiler compiler = own.newXsltCompiler();
      compiler.setErrorReporter(error -> {});
      return compiler.compile(source);
    } catch (SaxonApiException invalid) {
      throw new XoevException(
          XoevError.RULES_INVALID, file.getFileName() + ": " + invalid.getMessage(), invalid);
    }
  }

  private Source transpile(Path folder, Path file) throws SaxonApiException {
    var result = new XdmDestination();
    var transformer = transpiler().load30();
    transformer.getUnderlyingController().setResourceResolver(new PackageResources(folder));
    transformer.setErrorReporter(error -> {});
    transformer.transform(RuleSource.read(file), result);
    XdmNode stylesheet = result.getXdmNode();
    // the stylesheet moves to the processor of the package as text: trees of two processors do not
    // mix
    return new StreamSource(
        new java.io.StringReader(stylesheet.toString()), file.toUri().toString());
  }

  private XsltExecutable transpiler() throws SaxonApiException {
    if (transpiler == null) {
      InputStream in = RuleEngine.class.getResourceAsStream("/content/transpile.xsl");
      XsltCompiler compiler = processor.newXsltCompiler();
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
