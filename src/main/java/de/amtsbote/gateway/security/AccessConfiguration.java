package de.amtsbote.gateway.security;

import de.amtsbote.gateway.message.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Who may call what. Whatever is not named here is refused. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class AccessConfiguration {

  private static final String[] READERS = {
    Role.PORTAL.name(), Role.OPERATOR.name(), Role.AUDITOR.name(), Role.ADMINISTRATOR.name()
  };

  private static final String[] STAFF = {
    Role.OPERATOR.name(), Role.AUDITOR.name(), Role.ADMINISTRATOR.name()
  };

  /** Whoever hands messages in, be it as an answer, follows them. */
  private static final String[] FOLLOWERS = {
    Role.PORTAL.name(),
    Role.PROCEDURE.name(),
    Role.OPERATOR.name(),
    Role.AUDITOR.name(),
    Role.ADMINISTRATOR.name()
  };

  /** Who may change what happens to messages; an auditor only reads. */
  private static final String[] OPERATORS = {Role.OPERATOR.name(), Role.ADMINISTRATOR.name()};

  private static final String CONTENT_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
          + "base-uri 'none'; frame-ancestors 'none'";

  /** There is no user name and password; tokens are the only way in. */
  @Bean
  AuthenticationManager authenticationManager(Accounts accounts) {
    return new ProviderManager(new TokenSignIn(accounts));
  }

  /** Each request is observed as a whole; to observe each filter costs more than it tells. */
  @Bean
  static SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  static FilterRegistrationBean<ServletAddressFilter> servletAddresses() {
    var filter = new FilterRegistrationBean<>(new ServletAddressFilter());
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return filter;
  }

  /** What authenticates itself: OSCI by signature, XTA by the certificate of its connection. */
  @Bean
  @Order(1)
  SecurityFilterChain osciAccess(HttpSecurity http) {
    return http.securityMatcher("/osci/**", "/osci", "/xta/**")
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(access -> access.anyRequest().permitAll())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain apiAccess(
      HttpSecurity http,
      Accounts accounts,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
    var refusals = new Refusals(resolver);
    return http.securityMatcher("/api/**", "/actuator/**")
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(
            new BearerTokenFilter(accounts, refusals), UsernamePasswordAuthenticationFilter.class)
        .exceptionHandling(
            errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .authorizeHttpRequests(
            access ->
                access
                    .requestMatchers("/actuator/health", "/actuator/health/*")
                    .permitAll()
                    .requestMatchers("/actuator/**")
                    .hasAnyRole(STAFF)
                    .requestMatchers(HttpMethod.POST, "/api/v1/messages")
                    .hasRole(Role.PORTAL.name())
                    .requestMatchers(HttpMethod.GET, "/api/v1/operations/**")
                    .hasAnyRole(STAFF)
                    .requestMatchers("/api/v1/operations/**")
                    .hasAnyRole(OPERATORS)
                    .requestMatchers(HttpMethod.GET, "/api/v1/openapi", "/api/v1/openapi.yaml")
                    .permitAll()
                    .requestMatchers("/api/v1/mailboxes", "/api/v1/mailboxes/**")
                    .hasAnyRole(Role.PORTAL.name(), Role.PROCEDURE.name())
                    .requestMatchers(
                        HttpMethod.GET,
                        "/api/v1/messages",
                        "/api/v1/messages/*",
                        "/api/v1/messages/*/report",
                        "/api/v1/events")
                    .hasAnyRole(FOLLOWERS)
                    .requestMatchers("/api/**")
                    .hasAnyRole(READERS))
        .build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain consoleAccess(
      HttpSecurity http, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
    var refusals = new Refusals(resolver);
    return http.headers(
            headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY)))
        .formLogin(
            form ->
                form.loginPage("/signin")
                    .usernameParameter("account")
                    .passwordParameter("token")
                    .defaultSuccessUrl("/", true)
                    .failureUrl("/signin?wrong"))
        .exceptionHandling(
            errors ->
                errors
                    .authenticationEntryPoint(
                        (request, response, cause) -> {
                          if (wantsPage(request)) {
                            response.sendRedirect("/signin");
                          } else {
                            refusals.commence(request, response, cause);
                          }
                        })
                    .accessDeniedHandler(AccessConfiguration::refuse))
        .logout(signOut -> signOut.logoutUrl("/signout").logoutSuccessUrl("/signin?out"))
        .authorizeHttpRequests(
            access ->
                access
                    .requestMatchers(
                        "/signin", "/signin/link/*", "/console.css", "/mark.svg", "/error")
                    .permitAll()
                    .requestMatchers(HttpMethod.POST, "/messages/**")
                    .hasAnyRole(OPERATORS)
                    .anyRequest()
                    .hasAnyRole(STAFF))
        .build();
  }

  /** Lets the error page tell a form that is too old from a role that is missing. */
  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
      throws IOException {
    var code = cause instanceof CsrfException ? ErrorCode.FORM_STALE : ErrorCode.ROLE_MISSING;
    request.setAttribute(ErrorCode.class.getName(), code);
    response.sendError(code.status());
  }

  private static boolean wantsPage(HttpServletRequest request) {
    var accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
  }
}
