package de.amtsbote.gateway.entry.body;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads small JSON bodies; a field that nobody knows is refused, for it may be misspelt. */
public final class JsonBody {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private JsonBody() {}

  /**
   * Reads the body of a request to its end.
   *
   * @param largest most octets
   * @throws GatewayException {@link ErrorCode#BODY_TOO_LARGE}, {@link ErrorCode#REQUEST_BROKEN},
   *     {@link ErrorCode#PARAMETER_INVALID} also for {@code null}
   */
  public static <T> T read(HttpServletRequest request, int largest, Class<T> type)
      throws IOException {
    try (var body = new LimitedInputStream(request.getInputStream(), largest)) {
      var octets = body.readAllBytes();
      if (request.getContentLengthLong() > octets.length) {
        throw new GatewayException(ErrorCode.REQUEST_BROKEN, "the body ended early");
      }
      var value = MAPPER.readValue(octets, type);
      if (value == null) {
        throw new GatewayException(ErrorCode.PARAMETER_INVALID, "the body says nothing");
      }
      return value;
    } catch (JacksonException e) {
      throw new GatewayException(
          ErrorCode.PARAMETER_INVALID, "the body is not the JSON that is expected here", e);
    }
  }
}
