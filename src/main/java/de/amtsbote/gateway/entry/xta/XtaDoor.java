package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.entry.limits.Door;
import de.amtsbote.gateway.entry.limits.DoorKeeper;
import de.amtsbote.gateway.entry.limits.Guest;
import de.amtsbote.gateway.entry.limits.MappedPath;
import de.amtsbote.gateway.entry.xta.soap.Peer;
import de.amtsbote.gateway.entry.xta.soap.RefusalOut;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.security.AccountLimits;
import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.v31.XtaPort;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Knows callers by the certificate of their connection, before a body is read. */
final class XtaDoor implements DoorKeeper {

  private static final String SEND = "/xta/" + XtaPort.SEND.path();
  private static final Set<String> PORTS =
      Arrays.stream(XtaPort.values()).map(it -> "/xta/" + it.path()).collect(Collectors.toSet());

  /** SOAP 1.2, alone or with its parts. */
  private static final Set<String> MEDIA_TYPES =
      Set.of("application/soap+xml", "multipart/related");

  private final XtaAccounts accounts;
  private final Map<String, XtaServerProperties.Account> settings;
  private final String proxyHeader;
  private final long largestMessage;
  private final long largestRequest;

  XtaDoor(
      XtaAccounts accounts,
      XtaServerProperties properties,
      long largestMessage,
      long largestRequest) {
    this.accounts = accounts;
    this.settings = properties.accounts();
    this.proxyHeader = properties.proxy().header();
    this.largestMessage = largestMessage;
    this.largestRequest = largestRequest;
  }

  @Override
  public Door door() {
    return Door.XTA;
  }

  @Override
  public long largest(HttpServletRequest request) {
    return bringsMessage(request) ? largestMessage : largestRequest;
  }

  @Override
  public boolean bringsMessage(HttpServletRequest request) {
    return SEND.equals(MappedPath.of(request));
  }

  @Override
  public boolean turnAway(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!PORTS.contains(MappedPath.of(request))) {
      // CXF would answer below the addresses of its ports as well
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return true;
    }
    if (!MEDIA_TYPES.contains(mediaType(request.getContentType()))) {
      response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
      return true;
    }
    try {
      account(request);
      return false;
    } catch (XtaException e) {
      RefusalOut.write(request, response, e);
      return true;
    }
  }

  private static String mediaType(String contentType) {
    return contentType == null
        ? ""
        : contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public Optional<Guest> guest(HttpServletRequest request) {
    var account = account(request);
    var limits = settings.get(account.name()).limits();
    return Optional.of(
        new Guest(
            Door.XTA,
            account.tenant(),
            account.name(),
            limits == null ? AccountLimits.NONE : limits));
  }

  private XtaAccount account(HttpServletRequest request) {
    return accounts.of(Peer.of(request, proxyHeader));
  }

  @Override
  public boolean refuse(
      HttpServletRequest request, HttpServletResponse response, GatewayException why)
      throws IOException {
    RefusalOut.write(request, response, why);
    return true;
  }
}
