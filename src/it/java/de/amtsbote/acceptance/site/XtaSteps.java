package de.amtsbote.acceptance.site;

import static org.citrusframework.container.RepeatOnErrorUntilTrue.Builder.repeatOnError;
import static org.citrusframework.http.actions.HttpActionBuilder.http;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.citrusframework.TestActionBuilder;
import org.citrusframework.TestCaseRunner;
import org.citrusframework.http.client.HttpClient;
import org.citrusframework.http.client.HttpClientBuilder;
import org.citrusframework.http.message.HttpMessage;
import org.citrusframework.message.MessageType;
import org.springframework.http.HttpStatus;

/** What a party does over XTA, behind a proxy that ends TLS and names its certificate. */
public final class XtaSteps {

  private static final String XTA = "http://www.xta.de/XTA/";
  private static final String MAILBOX = "http://www.osci.eu/ws/2008/05/transport/urn/messageTypes/";
  private static final int LOOKS = 60;
  private static final long BETWEEN_LOOKS = 500;
  private static final long ANSWER = 90_000;
  private static final String SERVICE = "urn:example:dienst";

  private final TestCaseRunner run;
  private final HttpClient proxy;
  private final String certificate;

  /**
   * A party.
   *
   * @param name whose certificate of the sample PKI it holds
   */
  public XtaSteps(TestCaseRunner run, Site site, String name) throws IOException {
    this.run = run;
    this.proxy = new HttpClientBuilder().requestUrl(site.gateway().address().toString()).build();
    // by its name each client finds the answer to its own request
    this.proxy.setName(name + "-" + UUID.randomUUID());
    this.certificate = pem(site.certificate(name + "-signature"));
  }

  /** A party that holds its certificate itself, and calls an XTA server over TLS. */
  public XtaSteps(TestCaseRunner run, HttpClient line) {
    this.run = run;
    this.proxy = line;
    this.certificate = "";
  }

  private static String pem(byte[] octets) {
    var pem =
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(octets)
            + "\n-----END CERTIFICATE-----\n";
    return URLEncoder.encode(pem, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Hands a message in for the reader, under this id. */
  public XtaSteps sends(String id, String author, String reader, String content) {
    call("send", XTA + "SendMessage", order(id, author, reader, SERVICE, ""), container(content));
    return this;
  }

  /** Hands the answer to a message in. */
  public XtaSteps answers(String question, String author, String reader, String content) {
    var inReplyTo = "<m:In-Reply-To>" + question + "</m:In-Reply-To>";
    var id = "urn:de:xta:messageid:abnahme:" + UUID.randomUUID();
    call(
        "send",
        XTA + "SendMessage",
        order(id, author, reader, SERVICE, inReplyTo),
        container(content));
    return gets("SendMessage");
  }

  /** Asks and waits for the answer on the same line; the test goes on meanwhile. */
  public XtaSteps asks(String id, String author, String reader, String service, String content) {
    run.$(
        post(
            true,
            "send",
            XTA + "SendMessageSync",
            order(id, author, reader, service, ""),
            container(content)));
    return this;
  }

  /** Expects the answer to what it asked, with this text. */
  public XtaSteps getsTheAnswer(String text) {
    run.$(
        http()
            .client(proxy)
            .receive()
            .response(HttpStatus.OK)
            .timeout(ANSWER)
            .message()
            .type(MessageType.PLAINTEXT)
            .body("@contains('" + text + "')@"));
    return this;
  }

  private static String container(String content) {
    return "<x:GenericContentContainer xmlns:x=\"http://xoev.de/transport/xta/211\"><x:ContentContainer>"
        + "<x:Message contentType=\"text/xml\">"
        + Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8))
        + "</x:Message></x:ContentContainer></x:GenericContentContainer>";
  }

  /** Looks into the mailbox until the message is there. */
  public XtaSteps finds(String id) {
    run.$(
        repeatOnError()
            .until("i gt " + LOOKS)
            .autoSleep(BETWEEN_LOOKS)
            .actions(
                request(
                    "msgbox",
                    MAILBOX + "MsgBoxStatusListRequest",
                    "",
                    "<o:MsgBoxStatusListRequest xmlns:o=\"http://www.osci.eu/ws/2008/05/transport\"/>"),
                answer(HttpStatus.OK, id)));
    return this;
  }

  /** Fetches the message, whose content has this text. */
  public XtaSteps fetches(String id, String text) {
    call(
        "msgbox",
        MAILBOX + "MsgBoxFetchRequest",
        "",
        "<o:MsgBoxFetchRequest xmlns:o=\"http://www.osci.eu/ws/2008/05/transport\"><o:MsgSelector>"
            + messageId(id)
            + "</o:MsgSelector></o:MsgBoxFetchRequest>");
    return gets(text);
  }

  /** Says that it has the message. */
  public XtaSteps closes(String id) {
    call(
        "msgbox",
        MAILBOX + "MsgBoxCloseRequest",
        "",
        "<o:MsgBoxCloseRequest xmlns:o=\"http://www.osci.eu/ws/2008/05/transport\""
            + " MsgBoxRequestID=\"urn:uuid:"
            + UUID.randomUUID()
            + "\"><o:LastMsgReceived>"
            + id
            + "</o:LastMsgReceived></o:MsgBoxCloseRequest>");
    return gets("CloseRequest");
  }

  /** Reads the transport report until it has this status. */
  public XtaSteps seesStatus(String id, int status) {
    run.$(
        repeatOnError()
            .until("i gt " + LOOKS)
            .autoSleep(BETWEEN_LOOKS)
            .actions(
                request("management", XTA + "GetTransportReport", "", messageId(id)),
                answer(HttpStatus.OK, "Status>" + status + "<")));
    return this;
  }

  /** Expects success, and this text in the answer. */
  public XtaSteps gets(String text) {
    run.$(answer(HttpStatus.OK, text));
    return this;
  }

  /** Expects a fault with this number. */
  public XtaSteps getsFault(String number) {
    run.$(answer(HttpStatus.INTERNAL_SERVER_ERROR, "code>" + number + "<"));
    return this;
  }

  private void call(String port, String action, String header, String body) {
    run.$(request(port, action, header, body));
  }

  private TestActionBuilder<?> request(String port, String action, String header, String body) {
    return post(false, port, action, header, body);
  }

  private TestActionBuilder<?> post(
      boolean fork, String port, String action, String header, String body) {
    var envelope =
        """
        <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:wsa="http://www.w3.org/2005/08/addressing"><s:Header><wsa:Action>%s</wsa:Action><wsa:MessageID>urn:uuid:%s</wsa:MessageID>%s</s:Header><s:Body>%s</s:Body></s:Envelope>"""
            .formatted(action, UUID.randomUUID(), header, body);
    return http()
        .client(proxy)
        .send()
        .post("/xta/" + port)
        .fork(fork)
        .message(new HttpMessage(envelope))
        .header("X-SSL-Client-Cert", certificate)
        .contentType("application/soap+xml; charset=UTF-8; action=\"" + action + "\"");
  }

  private TestActionBuilder<?> answer(HttpStatus status, String text) {
    return http()
        .client(proxy)
        .receive()
        .response(status)
        .message()
        .type(MessageType.PLAINTEXT)
        .body("@contains('" + text + "')@");
  }

  private static String messageId(String id) {
    return "<wsa:MessageID>" + id + "</wsa:MessageID>";
  }

  private static String order(
      String id, String author, String reader, String service, String inReplyTo) {
    return """
        <m:MessageMetaData xmlns:m="http://www.osci.eu/ws/2014/10/transport"><m:DeliveryAttributes/><m:Originators><m:Author><m:Identifier type="xoev">%s</m:Identifier></m:Author></m:Originators><m:Destinations><m:Reader><m:Identifier type="xoev">%s</m:Identifier></m:Reader></m:Destinations><m:MsgIdentification>%s</m:MsgIdentification><m:Qualifier><m:Service>%s</m:Service><m:BusinessScenario><m:Undefined>XDEMO_DATA</m:Undefined></m:BusinessScenario><m:MessageType payloadSchema="urn:example:xdemo" listURI="urn:example:typen" listVersionID="1"><code>0100</code></m:MessageType></m:Qualifier></m:MessageMetaData>"""
        .formatted(author, reader, messageId(id) + inReplyTo, service);
  }
}
