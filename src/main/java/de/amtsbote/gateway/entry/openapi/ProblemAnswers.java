package de.amtsbote.gateway.entry.openapi;

import de.amtsbote.gateway.entry.Problem;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Describes refusals: by status, with every code that it may have and an example of each. */
final class ProblemAnswers {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ProblemAnswers() {}

  /** The schemas that problems are made of. */
  static void addSchemas(Components components) {
    ModelConverters.getInstance(true)
        .readAllAsResolvedSchema(new AnnotatedType(Problem.class))
        .referencedSchemas
        .forEach(components::addSchemas);
  }

  static void add(ApiResponses answers, List<ErrorCode> refusals) {
    refusals.stream()
        .collect(Collectors.groupingBy(ErrorCode::status, TreeMap::new, Collectors.toList()))
        .forEach((status, codes) -> answers.addApiResponse(status.toString(), answer(codes)));
  }

  private static ApiResponse answer(List<ErrorCode> codes) {
    var problem = new Schema<>();
    problem.set$ref("#/components/schemas/Problem");
    var code = Bodies.typed("string");
    code.setEnum(codes.stream().<Object>map(ErrorCode::code).toList());
    var known = Bodies.typed("object");
    known.addProperty("code", code);
    var schema = new Schema<>();
    schema.setAllOf(List.of(problem, known));
    var content = new MediaType().schema(schema);
    codes.forEach(it -> content.addExamples(it.slug(), example(it)));
    return new ApiResponse()
        .description(codes.stream().map(ErrorCode::cause).collect(Collectors.joining(" ")))
        .content(new Content().addMediaType("application/problem+json", content));
  }

  private static Example example(ErrorCode code) {
    var problem = Problem.of(new GatewayException(code, "what exactly went wrong this time"));
    return new Example()
        .summary(code.code() + " " + code.slug())
        .description(code.remedy())
        .value(JSON.readValue(JSON.writeValueAsString(problem), Map.class));
  }
}
