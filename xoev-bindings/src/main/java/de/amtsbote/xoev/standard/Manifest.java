package de.amtsbote.xoev.standard;

import java.util.List;
import java.util.Map;

/**
 * What {@code standard.yaml} says about a package.
 *
 * @param name short technical name, lower case, such as {@code xbau}
 * @param title name for people
 * @param kennung URN of the standard, empty when the schemas do not say it
 * @param version version as the publisher writes it; a string, never a number
 * @param validity when it is in force
 * @param header name of the header profile: g2g, nachrichtenkopf, xdomea, xjustiz, elements or none
 * @param headerPaths header fields of this package that lie elsewhere than the profile says
 * @param namespaces namespaces of message roots
 * @param roots message types
 * @param schemas entry schemas in the order in which they are compiled, paths within the package
 * @param locations absolute schema locations and the files that answer them
 * @param rules Schematron files
 * @param codeLists genericode files, paths within the package
 * @param attachments elements that name files beside the message
 * @param replies what an operator says for answers
 * @param requires packages ({@code name-version}) whose schemas this one uses
 */
public record Manifest(
    String name,
    String title,
    String kennung,
    String version,
    Validity validity,
    String header,
    Map<String, String> headerPaths,
    List<MessageNamespace> namespaces,
    List<MessageRoot> roots,
    List<String> schemas,
    Map<String, String> locations,
    List<RuleFile> rules,
    List<String> codeLists,
    List<AttachmentReference> attachments,
    ReplySettings replies,
    List<String> requires) {

  public Manifest {
    headerPaths = Map.copyOf(headerPaths);
    namespaces = List.copyOf(namespaces);
    roots = List.copyOf(roots);
    schemas = List.copyOf(schemas);
    locations = Map.copyOf(locations);
    rules = List.copyOf(rules);
    codeLists = List.copyOf(codeLists);
    attachments = List.copyOf(attachments);
    requires = List.copyOf(requires);
  }

  /** Name and version as one word, the name of the package's folder. */
  public String id() {
    return name + "-" + version;
  }

  /** The same manifest with other dates. */
  public Manifest inForce(Validity when) {
    return new Manifest(
        name,
        title,
        kennung,
        version,
        when,
        header,
        headerPaths,
        namespaces,
        roots,
        schemas,
        locations,
        rules,
        codeLists,
        attachments,
        replies,
        requires);
  }
}
