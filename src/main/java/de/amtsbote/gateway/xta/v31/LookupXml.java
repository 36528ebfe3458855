package de.amtsbote.gateway.xta.v31;

import de.amtsbote.gateway.xta.XtaService;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import org.w3c.dom.Element;

/** Questions for services and their answers. */
public final class LookupXml {

  private static final String PARAMETERS = "urn:de:amtsbote:xta:service.parameter.type";

  private LookupXml() {}

  /** The questions in a LookupServiceRequest. */
  public static List<XtaService> read(Element request) {
    return Elements.all(request).stream()
        .map(it -> Elements.one(it, "LookupService"))
        .map(
            it ->
                new XtaService(
                    MetadataXml.party(Elements.one(it, "Reader")),
                    Elements.text(it, "ServiceType")))
        .toList();
  }

  /** A LookupServiceResponse: each question quoted with its answer. */
  public static Element write(List<XtaService.Answer> answers) {
    var root = Tree.root(Names.XTA, "LookupServiceResponse");
    var list = root.child("LookupServiceResultList");
    answers.forEach(it -> answer(list.child("LookupServiceResult"), it));
    return root.element();
  }

  private static void answer(Tree result, XtaService.Answer answer) {
    MetadataXml.party(result, "Reader", answer.question().reader());
    result.text("ServiceType", answer.question().uri());
    var value = result.child("IsServiceAvailableValue");
    if (answer.available() == null) {
      value.text("ServiceIsAvailableUnknown", true);
    } else {
      value.text("ServiceIsAvailable", answer.available());
    }
    if (answer.cipherCertificate() != null) {
      var parameter = result.child("ServiceParameter");
      ReportXml.listed(parameter.child("ParameterType"), PARAMETERS, "CIPHER_CERTIFICATE");
      parameter.text("Resource", encoded(answer));
    }
  }

  private static String encoded(XtaService.Answer answer) {
    try {
      return Base64.getEncoder().encodeToString(answer.cipherCertificate().getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }
}
