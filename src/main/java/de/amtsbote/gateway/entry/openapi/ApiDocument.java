package de.amtsbote.gateway.entry.openapi;

import de.amtsbote.gateway.entry.report.RejectionReport;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Completes what springdoc found in the controllers. */
final class ApiDocument implements OpenApiCustomizer {

  static final String SCHEME = "token";

  private final ApiTexts texts = ApiTexts.read();
  private final RecordSchemas records;

  ApiDocument(RecordSchemas records) {
    this.records = records;
  }

  @Override
  public void customise(OpenAPI api) {
    ProblemAnswers.addSchemas(api.getComponents());
    ModelConverters.getInstance(true)
        .readAllAsResolvedSchema(new AnnotatedType(RejectionReport.class))
        .referencedSchemas
        .forEach(api.getComponents()::addSchemas);
    var requests = new HashSet<String>();
    api.getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) -> {
                          collect(operation, requests);
                          texts.of(method + " " + path).ifPresent(it -> complete(operation, it));
                        }));
    records.complete(api.getComponents(), texts.present(), requests);
  }

  /** What callers send has fields that they may leave out. */
  private static void collect(Operation operation, Set<String> requests) {
    if (operation.getRequestBody() != null && operation.getRequestBody().getContent() != null) {
      operation.getRequestBody().getContent().values().stream()
          .map(it -> it.getSchema() == null ? null : it.getSchema().get$ref())
          .filter(it -> it != null)
          .forEach(it -> requests.add(it.substring(it.lastIndexOf('/') + 1)));
    }
  }

  private static void complete(Operation operation, OperationTexts written) {
    operation
        .operationId(written.text("id"))
        .tags(List.of(written.text("tag")))
        .summary(written.text("summary"))
        .description(written.text("description"))
        .security(List.of(new SecurityRequirement().addList(SCHEME)));
    parameters(operation, written);
    if (written.value("body") != null) {
      operation.setRequestBody(Bodies.request(written.map("body")));
    }
    if (written.value("request") != null) {
      operation
          .getRequestBody()
          .getContent()
          .get("application/json")
          .setExample(written.value("request"));
    }
    good(operation, written);
    ProblemAnswers.add(operation.getResponses(), written.refusals());
  }

  private static void parameters(Operation operation, OperationTexts written) {
    var all = new ArrayList<Parameter>();
    if (operation.getParameters() != null) {
      all.addAll(operation.getParameters());
    }
    // an object of filters is written as one parameter for each
    all.removeIf(it -> it.getSchema() != null && it.getSchema().get$ref() != null);
    var known = all.stream().map(Parameter::getName).toList();
    written.map("parameters").keySet().stream()
        .filter(it -> !known.contains(it))
        .forEach(it -> all.add(new QueryParameter().name(it).schema(Bodies.typed("string"))));
    all.forEach(it -> it.setDescription((String) written.map("parameters").get(it.getName())));
    written.map("headers").forEach((name, text) -> all.add(header(name, (String) text)));
    if (written.is("notModified")) {
      all.add(header("If-None-Match", "ETag of the answer before"));
    }
    operation.setParameters(all.isEmpty() ? null : all);
  }

  private static Parameter header(String name, String text) {
    return new HeaderParameter().name(name).description(text).schema(Bodies.typed("string"));
  }

  private static void good(Operation operation, OperationTexts written) {
    var answers = operation.getResponses();
    if (written.status() != null) {
      answers.addApiResponse(written.status(), answers.remove("200"));
    }
    answers.keySet().removeIf(it -> !it.startsWith("2"));
    var good = answers.values().iterator().next();
    good.setDescription("Done");
    written
        .map("answerHeaders")
        .forEach(
            (name, text) ->
                good.addHeaderObject(
                    name,
                    new Header()
                        .required(true)
                        .description((String) text)
                        .schema(Bodies.typed("string"))));
    content(good, written);
    if (written.value("prompt") != null) {
      // springdoc gives each type that may be written the schema of the other good answer
      good.getContent().remove("multipart/form-data");
      answers.addApiResponse("200", prompt(written.map("prompt")));
    }
    if (written.is("notModified")) {
      good.addHeaderObject(
          "ETag",
          new Header()
              .required(!written.is("multipart"))
              .description("Another one after every change")
              .schema(Bodies.typed("string")));
      answers.addApiResponse("304", new ApiResponse().description("Nothing has changed"));
    }
  }

  /** Another good answer, which a caller gets who would wait for it. */
  private static ApiResponse prompt(Map<String, Object> written) {
    var description = new Schema<>();
    description.set$ref("#/components/schemas/" + written.get("schema"));
    var answer =
        new ApiResponse()
            .description((String) written.get("description"))
            .content(
                new Content()
                    .addMediaType(
                        "multipart/form-data",
                        Bodies.form(List.of("metadata", "payload", "attachment")))
                    .addMediaType("application/json", new MediaType().schema(description)));
    for (var name : List.of("Content-Location", "Preference-Applied")) {
      answer.addHeaderObject(name, new Header().required(true).schema(Bodies.typed("string")));
    }
    return answer;
  }

  private static void content(ApiResponse good, OperationTexts written) {
    if (written.text("binary") != null) {
      good.setContent(
          new Content()
              .addMediaType(written.text("binary"), new MediaType().schema(Bodies.binary())));
    }
    if (written.is("multipart")) {
      good.getContent()
          .addMediaType(
              "multipart/form-data", Bodies.form(List.of("metadata", "payload", "attachment")));
    }
    if (written.text("schema") != null) {
      // springdoc lets all types share one description
      good.getContent()
          .replaceAll((type, content) -> new MediaType().schema(schema(type, written)));
    }
    if (written.value("answer") != null) {
      good.getContent().get("application/json").setExample(written.value("answer"));
    }
  }

  private static Schema<?> schema(String type, OperationTexts written) {
    if (!type.endsWith("json")) {
      return Bodies.typed("string");
    }
    var schema = new Schema<>();
    schema.set$ref("#/components/schemas/" + written.text("schema"));
    return schema;
  }
}
