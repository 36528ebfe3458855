package de.amtsbote.gateway.entry;

import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.SafeTrace;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Answers what is no understandable request at all, which the web server refuses by itself. */
public final class ProblemReportValve extends ErrorReportValve {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemReportValve.class);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @Override
  protected void report(Request request, Response response, Throwable cause) {
    var status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    var error = new GatewayException(ProblemCodes.of(status), "HTTP " + status);
    LOG.info("A request was refused: {} (incident {})", error.getMessage(), error.incident());
    if (cause != null) {
      LOG.info("Incident {}: {}", error.incident(), SafeTrace.of(cause));
    }
    try {
      response.setContentType("application/problem+json");
      response.setCharacterEncoding("UTF-8");
      response.getReporter().write(MAPPER.writeValueAsString(Problem.of(error)));
      response.finishResponse();
    } catch (IOException | IllegalStateException e) {
      LOG.debug("The answer could not be written: {}", e.getClass().getName());
    }
  }
}
