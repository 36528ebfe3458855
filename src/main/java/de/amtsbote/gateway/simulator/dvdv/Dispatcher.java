package de.amtsbote.gateway.simulator.dvdv;

import com.sun.net.httpserver.HttpExchange;
import de.amtsbote.gateway.directory.dvdv.api.Question;
import de.amtsbote.gateway.directory.dvdv.http.DvdvAccess;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Finds out what a request wants: a token, or a function with one question or many. */
final class Dispatcher {

  private static final int NOT_FOUND = 404;
  private static final int UNAUTHORIZED = 401;
  private static final int LARGEST = 4 * 1024 * 1024;
  private static final String TOKEN = "/extern/standaloneauth/token";
  private static final String QUESTION = "request_json";
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final String base;
  private final Functions functions;
  private final Tokens tokens;
  private final List<String> calls;
  private final DvdvFault fault;

  Dispatcher(String base, Functions functions, Tokens tokens, List<String> calls, DvdvFault fault) {
    this.base = base;
    this.functions = functions;
    this.tokens = tokens;
    this.calls = calls;
    this.fault = fault;
  }

  Outgoing answer(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readNBytes(LARGEST), StandardCharsets.UTF_8);
    var path = exchange.getRequestURI().getPath();
    if (!path.startsWith(base)) {
      return nothingHere();
    }
    var below = path.substring(base.length());
    if (below.equals(TOKEN) && exchange.getRequestMethod().equals("POST")) {
      calls.add("token");
      return fault == DvdvFault.DENIED ? Tokens.refusal() : tokens.give(form(body));
    }
    for (var access : DvdvAccess.values()) {
      var prefix = "/" + access.path() + "/v2/";
      if (below.startsWith(prefix)) {
        return isLetIn(exchange, access)
            ? call(exchange, below.substring(prefix.length()), body)
            : denied();
      }
    }
    return nothingHere();
  }

  private boolean isLetIn(HttpExchange exchange, DvdvAccess access) {
    if (fault == DvdvFault.DENIED || !access.needsToken()) {
      return fault != DvdvFault.DENIED;
    }
    var authorization = exchange.getRequestHeaders().getFirst("Authorization");
    return tokens.knows(authorization, access.scheme());
  }

  private Outgoing call(HttpExchange exchange, String function, String body) {
    var isPost = exchange.getRequestMethod().equals("POST");
    var isBatch = function.startsWith("batch/");
    if (isPost != isBatch) {
      return nothingHere();
    }
    var query = isBatch ? body : form(exchange.getRequestURI().getRawQuery()).get(QUESTION);
    calls.add(query == null ? function : function + " " + query);
    if (fault == DvdvFault.NOT_FOUND_204) {
      return Outgoing.nothing(null);
    }
    if (fault == DvdvFault.NOT_FOUND_404) {
      return Functions.noService();
    }
    return (isBatch ? batch(function, body) : single(function, query))
        .orElseGet(Dispatcher::nothingHere);
  }

  private Optional<Outgoing> single(String function, String query) {
    var plain = functions.plain(function);
    if (plain.isPresent()) {
      return plain;
    }
    if (query == null) {
      return Optional.of(Functions.invalid("request_json fehlt"));
    }
    try {
      return functions.single(function, MAPPER.readValue(query, Question.class));
    } catch (JacksonException e) {
      return Optional.of(Functions.invalid("request_json ist nicht lesbar"));
    }
  }

  private Optional<Outgoing> batch(String function, String body) {
    try {
      return functions.batch(
          function.substring("batch/".length()),
          MAPPER.readValue(body, new TypeReference<List<Question>>() {}));
    } catch (JacksonException e) {
      return Optional.of(Functions.invalid("die Anfragen sind nicht lesbar"));
    }
  }

  private static Map<String, String> form(String encoded) {
    var form = new HashMap<String, String>();
    if (encoded != null) {
      Arrays.stream(encoded.split("&"))
          .map(it -> it.split("=", 2))
          .filter(it -> it.length == 2)
          .forEach(it -> form.put(it[0], URLDecoder.decode(it[1], StandardCharsets.UTF_8)));
    }
    return form;
  }

  private static Outgoing denied() {
    return Outgoing.problem(
        UNAUTHORIZED, "AUTHENTICATION", "Authentication", "ein gültiges Token fehlt");
  }

  private static Outgoing nothingHere() {
    return new Outgoing(NOT_FOUND, "text/plain", "nothing here", null);
  }
}
