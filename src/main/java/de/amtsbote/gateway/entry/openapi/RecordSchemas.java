package de.amtsbote.gateway.entry.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says of each field of an answer whether it may be absent or null: what is null is written as
 * null, unless its record leaves it out.
 */
final class RecordSchemas implements ModelConverter {

  private static final String NULL = "null";

  // swagger keeps its converters once for the whole JVM: another gateway's converter may meet a
  // type
  private static final Map<String, Class<?>> RECORDS = new ConcurrentHashMap<>();

  @Override
  public Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (type.getType() != null) {
      var raw = TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
      if (raw.isRecord()) {
        RECORDS.put(SchemaNames.of(raw), raw);
      }
    }
    return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
  }

  /**
   * Completes the schemas of all records that were met.
   *
   * @param present names of the fields that are never null, by schema
   * @param requests schemas of what callers send, of which nothing is completed
   */
  void complete(Components components, Map<String, List<String>> present, Set<String> requests) {
    RECORDS.forEach(
        (name, type) -> {
          var schema = components.getSchemas().get(name);
          if (schema != null && schema.getProperties() != null && !requests.contains(name)) {
            complete(schema, type, present.getOrDefault(name, List.of()));
          }
        });
  }

  private static void complete(Schema<?> schema, Class<?> type, List<String> present) {
    var required = new LinkedHashSet<String>();
    for (var component : type.getRecordComponents()) {
      var name = component.getName();
      Schema<?> property = schema.getProperties().get(name);
      if (property == null) {
        continue;
      }
      if (component.isAnnotationPresent(JsonRawValue.class) || isRaw(component, type)) {
        property.setTypes(Set.of("object"));
      }
      if (!isLeftOut(component, type)) {
        required.add(name);
        if (mayBeNull(component) && !present.contains(name)) {
          schema.getProperties().put(name, orNull(property));
        }
      } else if (present.contains(name) || component.getType().isPrimitive()) {
        required.add(name);
      }
    }
    schema.setRequired(new ArrayList<>(required));
  }

  private static boolean mayBeNull(RecordComponent component) {
    var type = component.getType();
    return !type.isPrimitive()
        && !Collection.class.isAssignableFrom(type)
        && !Map.class.isAssignableFrom(type);
  }

  private static boolean isRaw(RecordComponent component, Class<?> type) {
    try {
      return type.getDeclaredField(component.getName()).isAnnotationPresent(JsonRawValue.class);
    } catch (NoSuchFieldException e) {
      return false;
    }
  }

  private static boolean isLeftOut(RecordComponent component, Class<?> type) {
    var own = include(component, type);
    var rule = own == null ? type.getAnnotation(JsonInclude.class) : own;
    return rule != null && rule.value() != JsonInclude.Include.ALWAYS;
  }

  private static JsonInclude include(RecordComponent component, Class<?> type) {
    try {
      return type.getDeclaredField(component.getName()).getAnnotation(JsonInclude.class);
    } catch (NoSuchFieldException e) {
      return null;
    }
  }

  private static Schema<?> orNull(Schema<?> schema) {
    if (schema.get$ref() != null) {
      var nothing = new Schema<>();
      nothing.setTypes(Set.of(NULL));
      var either = new Schema<>();
      either.setAnyOf(List.of(schema, nothing));
      return either;
    }
    var types = new LinkedHashSet<>(schema.getTypes());
    types.add(NULL);
    schema.setTypes(types);
    if (schema.getEnum() != null) {
      addNull(schema);
    }
    return schema;
  }

  @SuppressWarnings("unchecked")
  private static void addNull(Schema<?> schema) {
    var values = new ArrayList<Object>(schema.getEnum());
    values.add(null);
    ((Schema<Object>) schema).setEnum(values);
  }
}
