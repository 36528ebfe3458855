package de.amtsbote.gateway.entry;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Gives errors that arose before any controller the same answer as all others. */
@Controller
class ProblemErrorController implements ErrorController {

  @RequestMapping("/error")
  void error(HttpServletRequest request) {
    var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    // a filter that refused the request may have said why
    if (request.getAttribute(ErrorCode.class.getName()) instanceof ErrorCode code) {
      throw new GatewayException(code, "HTTP " + status);
    }
    throw new GatewayException(
        ProblemCodes.of(status instanceof Integer number ? number : 404), "HTTP " + status);
  }
}
