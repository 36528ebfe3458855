package de.amtsbote.gateway.directory.dvdv;

import de.amtsbote.gateway.directory.SenderCategories;
import de.amtsbote.gateway.directory.dvdv.api.Fingerprint;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.util.Collection;

/** Asks the DVDV whether a certificate belongs to an authority of a kind. */
final class Categories implements SenderCategories {

  private static final int LONGEST = 255;

  private final Dvdv dvdv;

  Categories(Dvdv dvdv) {
    this.dvdv = dvdv;
  }

  @Override
  public void require(String category, Collection<String> fingerprints) {
    if (category.isBlank() || category.length() > LONGEST) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID, "'%s' is no category".formatted(category));
    }
    var isOf =
        !fingerprints.isEmpty()
            && fingerprints.stream()
                .map(Fingerprint::normal)
                .allMatch(it -> it.isPresent() && dvdv.isOf(category, it.get()));
    if (!isOf) {
      throw new GatewayException(
          ErrorCode.AUTHOR_CATEGORY_WRONG,
          fingerprints.isEmpty()
              ? "nobody signed, so nobody is a '%s'".formatted(category)
              : "no '%s' has the certificate %s in the DVDV"
                  .formatted(category, String.join(", ", fingerprints)));
    }
  }
}
