package de.amtsbote.gateway.directory;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.util.Collection;

/** Tells whether a sender really is an authority of a kind, by the certificate it signed with. */
public interface SenderCategories {

  /** Without a DVDV nobody is of any category. */
  SenderCategories NONE =
      (category, fingerprints) -> {
        throw new GatewayException(
            ErrorCode.CONFIGURATION_INVALID,
            "a category is demanded, but amtsbote.dvdv.servers names no server to ask");
      };

  /**
   * Refuses certificates that are not of the category.
   *
   * @param category kind of authority, such as {@code Meldebehörde}
   * @param fingerprints SHA-1 of the certificates that signed, hexadecimal; each must be
   * @throws GatewayException AUTHOR_CATEGORY_WRONG, or DIRECTORY_UNAVAILABLE and the like when
   *     nobody can tell now
   */
  void require(String category, Collection<String> fingerprints);

  /**
   * Refuses a setting that demands what nobody can tell.
   *
   * @param setting name of the setting
   * @param category its value; null when it is absent
   * @throws GatewayException CONFIGURATION_INVALID
   */
  default void requireAskable(String setting, String category) {
    if (category != null && this == NONE) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID,
          "%s demands a category, but amtsbote.dvdv.servers names no server to ask"
              .formatted(setting));
    }
  }
}
