package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.entry.xta.soap.Call;
import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.v31.Contract;
import de.amtsbote.gateway.xta.v31.StaxTree;
import javax.xml.stream.XMLStreamException;
import org.w3c.dom.Element;

/** Takes the small bodies of calls, checked against the schema. */
final class Bodies {

  private Bodies() {}

  /**
   * Refuses a call whose body is not the one of its operation.
   *
   * @throws XtaException 9020
   */
  static void require(Call call) {
    var wanted = call.operation().request();
    var body = call.body();
    var fits =
        wanted.isEmpty() ? body == null : body != null && wanted.get().equals(body.getName());
    if (!fits) {
      throw new XtaException(
          XtaError.PARAMETERS_MISSING,
          "the body of %s must be %s"
              .formatted(
                  call.operation().operation(),
                  wanted.map(it -> it.getLocalPart()).orElse("empty")));
    }
  }

  /**
   * The element of a small body.
   *
   * @throws XtaException 9020 when it is missing or violates the schema
   */
  static Element small(Call call) {
    require(call);
    try {
      var element = StaxTree.of(call.body());
      var violation = Contract.violation(element);
      if (violation.isPresent()) {
        throw new XtaException(
            XtaError.PARAMETERS_MISSING, "the body violates the schema: " + violation.get());
      }
      return element;
    } catch (XMLStreamException e) {
      throw new XtaException(XtaError.PARAMETERS_MISSING, "the body is not readable", e);
    }
  }
}
