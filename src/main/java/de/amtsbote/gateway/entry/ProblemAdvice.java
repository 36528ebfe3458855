package de.amtsbote.gateway.entry;

import de.amtsbote.gateway.entry.limits.RetryAfter;
import de.amtsbote.gateway.entry.limits.UnreadBody;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.SafeTrace;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Answers every error of the API with a problem, and writes its id to the log. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler
  Object known(GatewayException error, HttpServletRequest request) {
    log(error, request);
    return answer(error, request, new HttpHeaders());
  }

  @ExceptionHandler
  Object method(HttpRequestMethodNotSupportedException error, HttpServletRequest request) {
    var supported = error.getSupportedHttpMethods();
    var allowed =
        supported == null
            ? ""
            : supported.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
    var refusal = new GatewayException(ErrorCode.METHOD_NOT_ALLOWED, "allowed is " + allowed);
    log(refusal, request);
    var headers = new HttpHeaders();
    headers.set(HttpHeaders.ALLOW, allowed);
    return answer(refusal, request, headers);
  }

  @ExceptionHandler
  Object notAcceptable(HttpMediaTypeNotAcceptableException error, HttpServletRequest request) {
    return known(
        new GatewayException(ErrorCode.NOT_ACCEPTABLE, "it is not given in that media type"),
        request);
  }

  @ExceptionHandler
  Object mediaType(HttpMediaTypeNotSupportedException error, HttpServletRequest request) {
    return known(
        new GatewayException(ErrorCode.MEDIA_TYPE_UNKNOWN, "this type is not taken"), request);
  }

  @ExceptionHandler
  Object notFound(NoResourceFoundException error, HttpServletRequest request) {
    return known(new GatewayException(ErrorCode.NOT_FOUND, "nothing is here"), request);
  }

  @ExceptionHandler({
    MethodArgumentTypeMismatchException.class,
    ServletRequestBindingException.class
  })
  Object parameter(Exception error, HttpServletRequest request) {
    var name =
        error instanceof MethodArgumentTypeMismatchException mismatch
            ? mismatch.getName()
            : "a parameter";
    return known(
        new GatewayException(ErrorCode.PARAMETER_INVALID, name + " has no possible value"),
        request);
  }

  @ExceptionHandler
  Object unreadable(HttpMessageNotReadableException error, HttpServletRequest request) {
    return known(
        new GatewayException(
            ErrorCode.PARAMETER_INVALID, "the body is not the JSON that is expected here"),
        request);
  }

  /** The web server found a query or form that it cannot decode. */
  @ExceptionHandler
  Object undecodable(InvalidParameterException error, HttpServletRequest request) {
    return known(
        new GatewayException(ErrorCode.PARAMETER_INVALID, "a parameter is not UTF-8"), request);
  }

  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  Object database(RuntimeException error, HttpServletRequest request) {
    var isAsking =
        HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
    // a connection that breaks while it commits leaves open whether it did
    var details =
        isAsking
            ? "the database does not answer"
            : "it is not known whether it was done; send it again, a message under the same key";
    return known(new GatewayException(ErrorCode.DATABASE_UNAVAILABLE, details, error), request);
  }

  @ExceptionHandler
  Object other(Exception error, HttpServletRequest request) {
    if (DisconnectedClientHelper.isClientDisconnectedException(error)) {
      return null;
    }
    return known(
        new GatewayException(ErrorCode.INTERNAL, "the request could not be handled", error),
        request);
  }

  /** A page for people, a problem document for everybody else. */
  private static Object answer(
      GatewayException error, HttpServletRequest request, HttpHeaders headers) {
    var status = HttpStatusCode.valueOf(error.code().status());
    var accept = request.getHeader(HttpHeaders.ACCEPT);
    if (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE) && !isApi(request)) {
      return new ModelAndView(
          "problem", Map.of("problem", Problem.of(error), "name", error.code().name()), status);
    }
    if (UnreadBody.isLeft(request, error.code().status())) {
      headers.set(HttpHeaders.CONNECTION, "close");
    }
    RetryAfter.of(error).ifPresent(it -> headers.set(HttpHeaders.RETRY_AFTER, it));
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(Problem.of(error));
  }

  private static boolean isApi(HttpServletRequest request) {
    var path = request.getRequestURI();
    return Stream.of("/api/", "/actuator", "/osci").anyMatch(path::startsWith);
  }

  private static void log(GatewayException error, HttpServletRequest request) {
    var line = "{} {} refused: {} (incident {})";
    var method = request.getMethod();
    var path = request.getRequestURI();
    // who is only told to come back later would fill the log with errors just when there is most to
    // do
    if (error.code().status() >= 500 && error.retryAfter().isEmpty()) {
      LOG.error(line, method, path, error.getMessage(), error.incident());
    } else {
      LOG.info(line, method, path, error.getMessage(), error.incident());
    }
    if (error.getCause() != null) {
      LOG.info("Incident {}: {}", error.incident(), SafeTrace.of(error));
    }
  }
}
