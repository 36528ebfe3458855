package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.entry.xta.soap.Call;
import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.XtaParty;
import de.amtsbote.gateway.xta.v31.Contract;
import de.amtsbote.gateway.xta.v31.MetadataXml;
import de.amtsbote.gateway.xta.v31.Names;
import java.util.Optional;
import javax.xml.namespace.QName;

/** Lets an account speak for its own parties only. */
final class Parties {

  private static final QName AUTHOR = new QName(Names.METADATA, "Author");

  private Parties() {}

  /**
   * The party that the header of a call names; empty without.
   *
   * @throws XtaException 9014 when it is not the account's, 9022 when the header is wrong
   */
  static Optional<XtaParty> named(Call call, XtaAccount account) {
    var header = call.header(AUTHOR);
    header.flatMap(Contract::violation).ifPresent(Parties::refuse);
    var party = header.map(MetadataXml::party);
    party.ifPresent(it -> require(account, it));
    return party;
  }

  private static void refuse(String rule) {
    throw new XtaException(
        XtaError.PARAMETERS_CONTRADICT, "the header Author violates the schema: " + rule);
  }

  /**
   * Refuses to speak for somebody else.
   *
   * @throws XtaException 9014
   */
  static void require(XtaAccount account, XtaParty party) {
    if (!account.parties().contains(party.id())) {
      throw new XtaException(
          XtaError.PARTY_FOREIGN,
          "account %s does not act for this party".formatted(account.name()));
    }
  }
}
