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
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Knows callers by the certificate of their connection, before a body is read. */
final class XtaDoor implements DoorKeeper {

  private static final String SEND = "/xta/send";

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
    try {
      account(request);
      return false;
    } catch (XtaException e) {
      RefusalOut.write(request, response, e);
      return true;
    }
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
