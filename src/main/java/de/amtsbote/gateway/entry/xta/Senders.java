package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.directory.SenderCategories;
import de.amtsbote.gateway.directory.dvdv.api.Fingerprint;
import de.amtsbote.gateway.entry.xta.soap.Peer;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import java.util.List;
import java.util.Map;

/** Tells by its certificate who hands a message in, and whether that is who may. */
final class Senders {

  private final XtaAccounts accounts;
  private final Map<String, XtaServerProperties.Account> settings;
  private final SenderCategories categories;

  Senders(
      XtaAccounts accounts,
      Map<String, XtaServerProperties.Account> settings,
      SenderCategories categories) {
    this.accounts = accounts;
    this.settings = settings;
    this.categories = categories;
    settings.forEach(
        (name, it) ->
            categories.requireAskable(
                "amtsbote.xta.server.accounts.%s.author-category".formatted(name),
                it.authorCategory()));
  }

  /**
   * SHA-1 of the certificate of a caller.
   *
   * @throws XtaException 9014 when it is not of the category that its account demands
   * @throws GatewayException DIRECTORY_UNAVAILABLE and the like when nobody can tell now
   */
  String fingerprint(XtaAccount account, Peer caller) {
    var fingerprint = Fingerprint.of(accounts.certificate(caller));
    var demanded = settings.get(account.name());
    if (demanded != null && demanded.authorCategory() != null) {
      require(demanded.authorCategory(), fingerprint);
    }
    return fingerprint;
  }

  private void require(String category, String fingerprint) {
    try {
      categories.require(category, List.of(fingerprint));
    } catch (GatewayException e) {
      if (e.code() != ErrorCode.AUTHOR_CATEGORY_WRONG) {
        throw e;
      }
      throw new XtaException(XtaError.PARTY_FOREIGN, e.details(), e);
    }
  }
}
