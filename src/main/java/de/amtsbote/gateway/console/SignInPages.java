package de.amtsbote.gateway.console;

import de.amtsbote.gateway.security.Caller;
import de.amtsbote.gateway.security.CallerAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The ways into the console. */
@Controller
class SignInPages {

  private final SignInLinks links;
  private final HttpSessionSecurityContextRepository sessions =
      new HttpSessionSecurityContextRepository();

  SignInPages(SignInLinks links) {
    this.links = links;
  }

  @GetMapping("/signin")
  String signIn() {
    return "signin";
  }

  @GetMapping("/signin/link/{code}")
  String link(
      @PathVariable("code") String code, HttpServletRequest request, HttpServletResponse response) {
    return links
        .use(code)
        .map(
            caller -> {
              begin(caller, request, response);
              return "redirect:/";
            })
        .orElse("redirect:/signin?over");
  }

  private void begin(Caller caller, HttpServletRequest request, HttpServletResponse response) {
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new CallerAuthentication(caller));
    SecurityContextHolder.setContext(context);
    sessions.saveContext(context, request, response);
  }
}
