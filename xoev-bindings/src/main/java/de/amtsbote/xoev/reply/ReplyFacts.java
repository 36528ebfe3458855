package de.amtsbote.xoev.reply;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.XoevHeader;
import de.amtsbote.xoev.standard.MessageRoot;
import de.amtsbote.xoev.standard.ReplySettings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is known for one answer, by the names that elements of XÖV messages have.
 *
 * @param kind kind of the answer
 * @param answer its message type
 * @param received header of the message that is answered
 * @param type message type of that message
 * @param reasons why it is rejected; empty for other kinds
 * @param original the rejected message; empty to leave it out
 * @param caseNumber number of the case; empty when there is none
 * @param status code of the state that is acknowledged; empty when there is none
 * @param uuid UUID of the answer
 * @param now when it is written
 * @param sender who writes it
 * @param settings what the operator says for this standard
 */
record ReplyFacts(
    ReplyKind kind,
    MessageRoot answer,
    XoevHeader received,
    MessageRoot type,
    List<Reason> reasons,
    Optional<Content> original,
    String caseNumber,
    String status,
    String uuid,
    String now,
    Sender sender,
    ReplySettings settings) {

  private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** The value at a place; empty when nothing is known. */
  Optional<String> value(Spot spot, String builtIn) {
    String said = settings.values().get(spot.asPath());
    if (said != null) {
      return Optional.of(said);
    }
    Optional<String> found = spot.inHeader() ? header(spot) : body(spot, builtIn);
    return found.filter(text -> !text.isEmpty());
  }

  private Optional<String> header(Spot spot) {
    if (spot.party() && !isIdentity(spot.name())) {
      return Optional.of(spot.text());
    }
    String above = spot.path().size() < 2 ? "" : spot.path().get(spot.path().size() - 2);
    return switch (spot.name()) {
      case "nachrichtenuuid", "eigenenachrichtenid", "nachrichtid", "nachrichtenid" ->
          Optional.of(uuid);
      case "referenzuuid", "referenzid", "referenz", "fremdenachrichtenid" -> reference();
      case "erstellungszeitpunkt", "zeitstempel" -> Optional.of(now);
      case "prozessid" -> Optional.of(spot.text());
      case "namedesprodukts", "produktname", "produkt", "fachverfahren" ->
          Optional.of(sender.product());
      case "herstellerdesprodukts", "herstellername", "produkthersteller", "hersteller" ->
          Optional.of(sender.manufacturer());
      case "version" ->
          above.toLowerCase(Locale.ROOT).matches("herstellerinformation|sendendessystem")
              ? Optional.of(sender.version())
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static boolean isIdentity(String name) {
    return name.equals("eigenenachrichtenid") || name.equals("fremdenachrichtenid");
  }

  private Optional<String> body(Spot spot, String builtIn) {
    if (spot.reason() >= 0) {
      return reason(spot);
    }
    String name = spot.name();
    if (name.matches("erstellungszeitpunkt|sendezeitpunkt")) {
      return Optional.of(received.createdAt().isPresent() ? received.created() : now);
    }
    if (builtIn.equals("dateTime") && name.matches(".*(zeitpunkt|eingang|empfang).*")) {
      return Optional.of(now);
    }
    if (name.matches("nachrichten(uuid|id)|referenz(uuid|id)?|bezugsnachricht")) {
      return reference();
    }
    if (name.equals("nachrichtentyp")) {
      return Optional.of(type.messageType());
    }
    return name.matches("aktenzeichen|vorgang|vorgangs?(id|nummer)|fallnummer")
        ? Optional.of(caseNumber)
        : Optional.empty();
  }

  private Optional<String> reason(Spot spot) {
    Reason reason = reasons.get(spot.reason());
    if (spot.name().matches("fundstelle|xpath|position")) {
      return Optional.of(reason.place());
    }
    boolean text =
        spot.name().matches("(fehler)?text|erlaeuterung|.*beschreibung|zusatzinformation");
    return text ? Optional.of(reason.explanation()) : Optional.empty();
  }

  private Optional<String> reference() {
    return Optional.of(received.messageUuid()).filter(id -> UUID.matcher(id).matches());
  }

  /** What stands for something that must be there and that nobody knows. */
  Optional<String> substitute(Spot spot) {
    String name = spot.name();
    if (name.matches("nachrichten(uuid|id)|referenz(uuid|id)?")) {
      return Optional.of(NOBODY);
    }
    String copied = spot.text();
    return copied.isEmpty() ? Optional.empty() : Optional.of(copied);
  }

  /** The codes that could stand at a place, the best one first; empty when nothing is known. */
  List<String> codes(Spot spot) {
    String said = settings.values().get(spot.asPath());
    if (said != null) {
      return List.of(said);
    }
    if (spot.reason() >= 0) {
      String code = reasons.get(spot.reason()).code();
      String own = settings.reasons().getOrDefault(code, code);
      return List.of(own, settings.reasons().getOrDefault("S999", "S999"));
    }
    if (spot.name().equals("nachrichtentyp")) {
      return List.of(spot.inHeader() ? answer.messageType() : type.messageType());
    }
    String copied = spot.twin().flatMap(t -> t.child("code")).map(Fragment::text).orElse("");
    if (spot.party()) {
      return copied.isEmpty() ? List.of() : List.of(copied);
    }
    boolean state = spot.name().matches(".*(quittung|status|stand).*");
    return state && !status.isEmpty() ? List.of(status) : List.of();
  }

  /** An attribute of the root. */
  Optional<String> rootAttribute(String name) {
    return switch (name) {
      case "produkt" -> Optional.of(sender.product());
      case "produkthersteller" -> Optional.of(sender.manufacturer());
      case "produktversion" -> Optional.of(sender.version()).filter(v -> !v.isEmpty());
      case "test" -> Optional.of(received.test()).filter(test -> !test.isEmpty());
      default -> Optional.empty();
    };
  }
}
