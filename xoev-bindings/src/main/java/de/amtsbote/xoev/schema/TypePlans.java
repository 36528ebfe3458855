package de.amtsbote.xoev.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.namespace.QName;
import org.w3c.dom.TypeInfo;

/** The plans of all types of a compiled schema, made when a type is first met. */
final class TypePlans {

  private static final int ANY_WAY = 0;

  private final List<PatternRule> rules;
  private final Set<QName> residual;
  private final boolean anonymousResidual;
  private final Map<QName, String> codeColumns;
  private final Map<TypeInfo, TypePlan> plans = new ConcurrentHashMap<>();

  TypePlans(PatternExtractor extracted, Map<QName, String> codeColumns) {
    this.rules = List.copyOf(extracted.rules());
    this.residual = Set.copyOf(extracted.residual());
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
    var patterns = new ArrayList<PatternRule>();
    for (PatternRule rule : rules) {
      if (is(type, rule.namespace(), rule.type())) {
        patterns.add(rule);
      }
    }
    boolean string = isBuiltIn(type, "string");
    boolean binary = isBuiltIn(type, "base64Binary") || isBuiltIn(type, "hexBinary");
    boolean linear = string || binary || isBuiltIn(type, "anyURI") || isComplex(type);
    return new TypePlan(
        List.copyOf(patterns),
        space(type, string),
        linear && !keepsPattern(type),
        binary,
        codeColumns.getOrDefault(
            new QName(text(type.getTypeNamespace()), text(type.getTypeName())), ""));
  }

  private TypePlan.Space space(TypeInfo type, boolean string) {
    if (!string || isBuiltIn(type, "token")) {
      return TypePlan.Space.COLLAPSE;
    }
    return isBuiltIn(type, "normalizedString") ? TypePlan.Space.REPLACE : TypePlan.Space.PRESERVE;
  }

  /** Neither simple nor with simple content: its text is never compared with anything. */
  private static boolean isComplex(TypeInfo type) {
    return !isBuiltIn(type, "anySimpleType");
  }

  private boolean keepsPattern(TypeInfo type) {
    boolean anonymous = type.getTypeName() == null || type.getTypeName().startsWith("#");
    return (anonymous && anonymousResidual)
        || residual.stream().anyMatch(n -> is(type, n.getNamespaceURI(), n.getLocalPart()));
  }

  private static boolean isBuiltIn(TypeInfo type, String name) {
    return is(type, Xs.NS, name);
  }

  private static boolean is(TypeInfo type, String namespace, String name) {
    boolean same =
        name.equals(type.getTypeName()) && namespace.equals(text(type.getTypeNamespace()));
    return same || type.isDerivedFrom(namespace.isEmpty() ? null : namespace, name, ANY_WAY);
  }

  private static String text(String nullable) {
    return nullable == null ? "" : nullable;
  }
}
