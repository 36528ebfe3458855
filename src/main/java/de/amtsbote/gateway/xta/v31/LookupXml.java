package de.amtsbote.gateway.xta.v31;

import de.amtsbote.gateway.xta.XtaService;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
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

  /** A LookupServiceRequest. */
  public static Element request(List<XtaService> questions) {
    var root = Tree.root(Names.XTA, "LookupServiceRequest");
    for (var each : questions) {
      var question = root.child("LookupServiceRequestList").child("LookupService");
      MetadataXml.party(question, "Reader", each.reader());
      question.text("ServiceType", each.uri());
    }
    return root.element();
  }

  /** The answers in a LookupServiceResponse of any server. */
  public static List<XtaService.Answer> answers(Element response) {
    return Elements.all(Elements.one(response, "LookupServiceResultList")).stream()
        .filter(it -> Elements.find(it, "Reader").isPresent())
        .map(LookupXml::answer)
        .toList();
  }

  private static XtaService.Answer answer(Element result) {
    var question =
        new XtaService(
            MetadataXml.party(Elements.one(result, "Reader")),
            Elements.text(result, "ServiceType"));
    var available =
        Elements.text(Elements.one(result, "IsServiceAvailableValue"), "ServiceIsAvailable");
    return new XtaService.Answer(
        question,
        available == null ? null : available.matches("true|1"),
        Elements.all(result, "ServiceParameter").stream()
            .flatMap(it -> certificate(Elements.text(it, "Resource")).stream())
            .findFirst()
            .orElse(null));
  }

  /** What a parameter is, is agreed bilaterally: a certificate is what can be read as one. */
  private static Optional<X509Certificate> certificate(String base64) {
    try {
      var octets = Base64.getMimeDecoder().decode(base64);
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(octets)));
    } catch (CertificateException | IllegalArgumentException e) {
      return Optional.empty();
    }
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
