package de.amtsbote.gateway.directory.dvdv.http;

import de.amtsbote.gateway.directory.dvdv.api.DvdvApi;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Speaks to DVDV servers over HTTP, in the configured version of their interface. */
public final class DvdvHttp {

  private static final String TOKEN_PATH = "/extern/standaloneauth/token";

  private final ServerPool pool;
  private final DvdvApi api;

  /**
   * Calls nobody yet.
   *
   * @param tls own certificate and trusted authorities; null for servers without TLS
   * @param assertion who the gateway is; null where no token is needed
   * @throws GatewayException CONFIGURATION_INVALID when the version is not known
   */
  public DvdvHttp(
      DvdvHttpSettings settings,
      SSLContext tls,
      ClientAssertion assertion,
      Clock clock,
      ServerPool.Pause pause) {
    var line = new HttpLine(tls, settings.connect(), settings.answer(), settings.largest());
    var servers =
        settings.servers().stream()
            .map(it -> server(withoutSlash(it), settings, line, assertion, clock))
            .toList();
    pool = new ServerPool(servers, settings, clock, pause);
    api = api(settings);
  }

  private DvdvApi api(DvdvHttpSettings settings) {
    if (!settings.version().equals("v2")) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID,
          "amtsbote.dvdv.version '%s' is unknown; there is v2".formatted(settings.version()));
    }
    return new V2Api(pool, settings.batch());
  }

  private static DvdvServer server(
      URI base, DvdvHttpSettings settings, HttpLine line, ClientAssertion assertion, Clock clock) {
    var address = Optional.ofNullable(settings.tokenUrl()).orElse(URI.create(base + TOKEN_PATH));
    var tokens =
        settings.access().needsToken()
            ? new TokenKeeper(address, assertion, line, settings.renewBefore(), clock)
            : null;
    return new DvdvServer(base, settings.access(), settings.version(), line, tokens);
  }

  private static URI withoutSlash(URI base) {
    return URI.create(base.toString().replaceFirst("/+$", ""));
  }

  /** What can be asked. */
  public DvdvApi api() {
    return api;
  }

  /** How the servers do, by name. */
  public Map<String, String> states() {
    return pool.states();
  }
}
