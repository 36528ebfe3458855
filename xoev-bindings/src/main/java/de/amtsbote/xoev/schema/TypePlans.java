package de.amtsbote.xoev.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.namespace.QName;
import org.w3c.dom.TypeInfo;

/** The plans of all types of a compiled schema, made when a type is first met. */
final class TypePlans {

  private static final int BY_RESTRICTION_OR_EXTENSION =
      TypeInfo.DERIVATION_RESTRICTION | TypeInfo.DERIVATION_EXTENSION;
  private static final Set<String> STRINGS =
      Set.of("string", "normalizedString", "token", "language", "Name", "NCName", "NMTOKEN", "ID");

  private final List<PatternRule> rules;
  private final Set<QName> residual;
  private final boolean anonymousResidual;
  private final Map<QName, List<QName>> contents;
  private final Set<QName> lists;
  private final Map<QName, String> codeColumns;
  private final Map<TypeInfo, TypePlan> plans = new ConcurrentHashMap<>();

  TypePlans(PatternExtractor extracted, Map<QName, String> codeColumns) {
    this.rules = List.copyOf(extracted.rules());
    this.residual = Set.copyOf(extracted.residual());
    this.contents = Map.copyOf(extracted.contents());
    this.lists = Set.copyOf(extracted.lists());
    this.anonymousResidual = extracted.anonymousResidual();
    this.codeColumns = Map.copyOf(codeColumns);
  }

  TypePlan of(TypeInfo type) {
    TypePlan plan = plans.get(type);
    if (plan == null) {
      plan = plan(type);
      plans.put(type, plan);
    }
    return plan;
  }

  private TypePlan plan(TypeInfo type) {
    Set<QName> content = contentOf(type);
    var patterns = new ArrayList<PatternRule>();
    for (PatternRule rule : rules) {
      if (is(type, content, rule.namespace(), rule.type())) {
        patterns.add(rule);
      }
    }
    boolean string = isString(type, content);
    boolean binary =
        isBuiltIn(type, content, "base64Binary") || isBuiltIn(type, content, "hexBinary");
    boolean list = isList(type, content);
    boolean linear =
        string || binary || list || isBuiltIn(type, content, "anyURI") || isComplex(type, content);
    QName name = new QName(text(type.getTypeNamespace()), text(type.getTypeName()));
    return new TypePlan(
        List.copyOf(patterns),
        space(type, content, string),
        linear && !keepsPattern(type, content),
        binary,
        list,
        codeColumns.getOrDefault(name, ""));
  }

  /** What the simple content of a complex type derives from; empty for all other types. */
  private Set<QName> contentOf(TypeInfo type) {
    var all = new HashSet<QName>();
    contents.forEach(
        (complex, chain) -> {
          if (is(type, Set.of(), complex.getNamespaceURI(), complex.getLocalPart())) {
            all.addAll(chain);
          }
        });
    return all;
  }

  private static boolean isString(TypeInfo type, Set<QName> content) {
    return isBuiltIn(type, content, "string")
        || content.stream()
            .anyMatch(n -> n.getNamespaceURI().equals(Xs.NS) && STRINGS.contains(n.getLocalPart()));
  }

  private static TypePlan.Space space(TypeInfo type, Set<QName> content, boolean string) {
    boolean plain = content.contains(new QName(Xs.NS, "string"));
    boolean normalized = content.contains(new QName(Xs.NS, "normalizedString"));
    if (!content.isEmpty()) {
      return plain
          ? TypePlan.Space.PRESERVE
          : normalized ? TypePlan.Space.REPLACE : TypePlan.Space.COLLAPSE;
    }
    if (!string || isBuiltIn(type, content, "token")) {
      return TypePlan.Space.COLLAPSE;
    }
    return isBuiltIn(type, content, "normalizedString")
        ? TypePlan.Space.REPLACE
        : TypePlan.Space.PRESERVE;
  }

  /** Neither simple nor with simple content: its text is never compared with anything. */
  private static boolean isComplex(TypeInfo type, Set<QName> content) {
    return content.isEmpty() && !isBuiltIn(type, content, "anySimpleType");
  }

  /** A simple type knows it itself, a complex one by the name of its content. */
  private boolean isList(TypeInfo type, Set<QName> content) {
    boolean simple = content.isEmpty() && isBuiltIn(type, content, "anySimpleType");
    return simple
        ? type.isDerivedFrom(Xs.NS, "anySimpleType", TypeInfo.DERIVATION_LIST)
        : content.stream().anyMatch(lists::contains);
  }

  private boolean keepsPattern(TypeInfo type, Set<QName> content) {
    boolean anonymous = type.getTypeName() == null || type.getTypeName().startsWith("#");
    return (anonymous && anonymousResidual)
        || residual.stream()
            .anyMatch(n -> is(type, content, n.getNamespaceURI(), n.getLocalPart()));
  }

  private static boolean isBuiltIn(TypeInfo type, Set<QName> content, String name) {
    return is(type, content, Xs.NS, name);
  }

  private static boolean is(TypeInfo type, Set<QName> content, String namespace, String name) {
    boolean same =
        name.equals(type.getTypeName()) && namespace.equals(text(type.getTypeNamespace()));
    return same
        || content.contains(new QName(namespace, name))
        || type.isDerivedFrom(
            namespace.isEmpty() ? null : namespace, name, BY_RESTRICTION_OR_EXTENSION);
  }

  private static String text(String nullable) {
    return nullable == null ? "" : nullable;
  }
}
