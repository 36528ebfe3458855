package de.amtsbote.gateway.route.worker;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.route.RouteRejection;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.ExpressionIllegalSyntaxException;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.NoSuchBeanException;
import org.apache.camel.NoSuchEndpointException;
import org.apache.camel.NoSuchHeaderException;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.TypeConversionException;
import org.apache.camel.ValidationException;
import org.apache.camel.http.base.HttpOperationFailedException;

/** Says what the failure of a step means for the message: whose fault it is, and if it may pass. */
final class RouteFailures {

  private static final List<Class<? extends Throwable>> WRONG_ROUTE =
      List.of(
          NoSuchBeanException.class,
          NoSuchEndpointException.class,
          NoSuchHeaderException.class,
          ResolveEndpointFailedException.class,
          ExpressionIllegalSyntaxException.class,
          NoTypeConversionAvailableException.class,
          TypeConversionException.class,
          InvalidPayloadException.class,
          ClassNotFoundException.class,
          // the same message gives it again
          IllegalArgumentException.class);

  private RouteFailures() {}

  /** The gateway's error for what a route threw. */
  static GatewayException of(String route, Throwable error) {
    for (var it = error; it != null; it = it.getCause()) {
      var known = known(route, it, error);
      if (known.isPresent()) {
        return known.get();
      }
    }
    return failure(ErrorCode.INTERNAL, route, "failed in a way that was not foreseen", error);
  }

  private static Optional<GatewayException> known(String route, Throwable it, Throwable error) {
    if (it instanceof GatewayException gateway) {
      return Optional.of(gateway);
    }
    if (it instanceof RouteRejection) {
      return Optional.of(new GatewayException(ErrorCode.REFUSED_BY_ROUTE, it.getMessage()));
    }
    if (it instanceof ValidationException) {
      return Optional.of(
          failure(ErrorCode.PAYLOAD_INVALID, route, "found the payload invalid", error));
    }
    if (it instanceof HttpOperationFailedException http) {
      return Optional.of(ofStatus(route, http.getStatusCode(), error));
    }
    if (it instanceof RejectedExecutionException) {
      return Optional.of(failure(ErrorCode.INTERNAL, route, "was being exchanged", error));
    }
    if (WRONG_ROUTE.stream().anyMatch(type -> type.isInstance(it))) {
      return Optional.of(
          failure(
              ErrorCode.ROUTE_FAILED,
              route,
              "has a step that cannot work (%s)".formatted(it.getClass().getSimpleName()),
              error));
    }
    return it instanceof IOException
        ? Optional.of(
            failure(ErrorCode.DELIVERY_UNAVAILABLE, route, "could not reach a receiver", error))
        : Optional.empty();
  }

  private static GatewayException ofStatus(String route, int status, Throwable error) {
    var transientFailure = status / 100 == 5 || status == 408 || status == 425 || status == 429;
    return failure(
        transientFailure ? ErrorCode.DELIVERY_UNAVAILABLE : ErrorCode.DELIVERY_REFUSED,
        route,
        "was answered with status %d".formatted(status),
        error);
  }

  private static GatewayException failure(
      ErrorCode code, String route, String what, Throwable cause) {
    return new GatewayException(code, "route '%s' %s".formatted(route, what), cause);
  }
}
