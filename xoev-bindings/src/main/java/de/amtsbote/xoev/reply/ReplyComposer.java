package de.amtsbote.xoev.reply;

import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/**
 * Composes an answer along the schema of its standard: what the schema demands, and of the rest
 * what is known. It invents nothing: a mandatory element that nobody knows ends the attempt.
 */
final class ReplyComposer {

  /** Something mandatory is not known. */
  private static final class Unfillable extends Exception {
    private static final long serialVersionUID = 1L;

    Unfillable(Spot spot) {
      super(spot.asPath());
    }
  }

  private static final int DEEPEST = 40;

  private final SchemaModel model;
  private final ReplyFacts facts;
  private final ReplyCodes codes;

  ReplyComposer(SchemaModel model, ReplyFacts facts, ReplyCodes codes) {
    this.model = model;
    this.facts = facts;
    this.codes = codes;
  }

  /**
   * Composes the answer.
   *
   * @throws XoevException ({@link XoevError#REPLY_REFUSED}) naming the element that nobody knows
   */
  ReplyNode compose(Fragment received) {
    Element root = model.root(facts.answer().namespace(), facts.answer().name()).orElseThrow();
    try {
      return element(root, Spot.root(received), true).orElseThrow();
    } catch (Unfillable missing) {
      throw new XoevException(
          XoevError.REPLY_REFUSED,
          facts.answer().name()
              + ": nothing is known for '"
              + missing.getMessage()
              + "'; set replies/values, lists or reasons in standard.yaml",
          missing);
    }
  }

  private Optional<ReplyNode> element(Element declaration, Spot spot, boolean needed)
      throws Unfillable {
    var node = new ReplyNode(model.nameOf(declaration));
    Optional<Element> type = model.typeOf(declaration);
    if (type.isPresent() && model.hasElements(type.get())) {
      if (spot.path().size() > DEEPEST) {
        throw new Unfillable(spot);
      }
      if (codes.isCode(type.get())) {
        return codes.code(node, type.get(), spot, facts, needed)
            ? Optional.of(node)
            : none(spot, needed);
      }
      attributes(node, type.get(), spot);
      for (Element particle : model.content(type.get())) {
        particle(node, particle, spot, true);
      }
      return needed || node.isKnown() ? Optional.of(node) : Optional.empty();
    }
    return simple(node, declaration, spot, needed);
  }

  private static Optional<ReplyNode> none(Spot spot, boolean needed) throws Unfillable {
    if (needed) {
      throw new Unfillable(spot);
    }
    return Optional.empty();
  }

  private Optional<ReplyNode> simple(ReplyNode node, Element declaration, Spot spot, boolean needed)
      throws Unfillable {
    String builtIn = model.builtIn(declaration);
    boolean original = spot.name().matches("(original)?(nachricht)?") && !spot.inHeader();
    if (builtIn.equals("base64Binary")) {
      if (original && facts.original().isPresent()) {
        return Optional.of(node.known(facts.original().get()));
      }
      return none(spot, needed);
    }
    String fixed = declaration.getAttribute("fixed");
    if (!fixed.isEmpty()) {
      return needed ? Optional.of(node.fixed(fixed)) : Optional.empty();
    }
    Optional<String> value = facts.value(spot, builtIn).filter(v -> fits(declaration, v));
    if (value.isPresent()) {
      return Optional.of(node.known(value.get()));
    }
    Optional<String> substitute = needed ? facts.substitute(spot) : Optional.empty();
    return substitute.isPresent() ? Optional.of(node.fixed(substitute.get())) : none(spot, needed);
  }

  private boolean fits(Element declaration, String value) {
    List<String> listed = model.enumeration(declaration);
    return listed.isEmpty() || listed.contains(value);
  }

  private void attributes(ReplyNode node, Element type, Spot spot) throws Unfillable {
    for (Map.Entry<QName, Element> declared : model.attributes(type).entrySet()) {
      Element use = declared.getValue();
      String name = declared.getKey().getLocalPart();
      boolean required = use.getAttribute("use").equals("required");
      String fixed = use.getAttribute("fixed");
      if (!fixed.isEmpty()) {
        if (required) {
          node.attribute(declared.getKey(), fixed);
        }
        continue;
      }
      Optional<String> value =
          spot.path().isEmpty()
              ? facts.rootAttribute(name)
              : spot.twin().map(t -> t.attribute(name)).filter(v -> spot.party() && !v.isEmpty());
      if (value.isPresent()) {
        node.attribute(declared.getKey(), value.get());
      } else if (required) {
        throw new Unfillable(spot.below("@" + name));
      }
    }
  }

  private void particle(ReplyNode into, Element particle, Spot spot, boolean needed)
      throws Unfillable {
    boolean mandatory = needed && !particle.getAttribute("minOccurs").equals("0");
    switch (particle.getLocalName()) {
      case "element" -> repeated(into, particle, spot, mandatory);
      case "choice" -> choice(into, particle, spot, mandatory);
      default -> sequence(into, particle, spot, mandatory);
    }
  }

  private void sequence(ReplyNode into, Element group, Spot spot, boolean mandatory)
      throws Unfillable {
    var attempt = new ReplyNode(into.name());
    try {
      for (Element particle : model.groups(group)) {
        particle(attempt, particle, spot, true);
      }
    } catch (Unfillable unknown) {
      if (mandatory) {
        throw unknown;
      }
      return;
    }
    if (mandatory || attempt.isKnown()) {
      attempt.children().forEach(into::with);
    }
  }

  /** The branch of which something is known; else one that says that nothing is known. */
  private void choice(ReplyNode into, Element group, Spot spot, boolean mandatory)
      throws Unfillable {
    ReplyNode fallback = null;
    for (Element branch : model.groups(group)) {
      var attempt = new ReplyNode(into.name());
      try {
        particle(attempt, branch, spot, true);
      } catch (Unfillable unknown) {
        continue;
      }
      if (attempt.isKnown()) {
        attempt.children().forEach(into::with);
        return;
      }
      boolean unknown = branch.getAttribute("name").toLowerCase(Locale.ROOT).contains("unbekannt");
      if (fallback == null || unknown) {
        fallback = attempt;
      }
    }
    if (mandatory) {
      if (fallback == null) {
        throw new Unfillable(spot);
      }
      fallback.children().forEach(into::with);
    }
  }

  private void repeated(ReplyNode into, Element particle, Spot spot, boolean mandatory)
      throws Unfillable {
    Element declaration = model.declared(particle);
    Spot here = spot.below(declaration.getAttribute("name"));
    List<Spot> places = new ArrayList<>(places(particle, spot, here));
    boolean first = mandatory;
    for (Spot place : places) {
      try {
        element(declaration, place, first).ifPresent(into::with);
      } catch (Unfillable unknown) {
        if (first) {
          throw unknown;
        }
      }
      first = false;
    }
  }

  /** One place for each reason or for each element that is taken over, else one. */
  private List<Spot> places(Element particle, Spot above, Spot here) {
    boolean reasons =
        here.reason() < 0
            && !here.inHeader()
            && !facts.reasons().isEmpty()
            && here.name().matches(".*(grund|fehler).*");
    String most = particle.getAttribute("maxOccurs");
    int limit =
        most.isEmpty() ? 1 : most.equals("unbounded") ? Integer.MAX_VALUE : Integer.parseInt(most);
    var places = new ArrayList<Spot>();
    if (reasons) {
      for (int i = 0; i < Math.min(limit, facts.reasons().size()); i++) {
        places.add(here.ofReason(i));
      }
      return places;
    }
    if (above.party() && limit > 1) {
      String name = here.path().get(here.path().size() - 1);
      above.twin().ifPresent(t -> t.children(name).forEach(c -> places.add(here.at(c))));
    }
    return places.isEmpty() ? List.of(here) : places.subList(0, Math.min(limit, places.size()));
  }
}
