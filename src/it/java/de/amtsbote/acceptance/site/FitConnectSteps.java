package de.amtsbote.acceptance.site;

import static org.citrusframework.container.RepeatOnErrorUntilTrue.Builder.repeatOnError;
import static org.citrusframework.dsl.JsonPathSupport.jsonPath;
import static org.citrusframework.http.actions.HttpActionBuilder.http;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.citrusframework.TestAction;
import org.citrusframework.TestActionBuilder;
import org.citrusframework.TestCaseRunner;
import org.citrusframework.context.TestContext;
import org.citrusframework.exceptions.ValidationException;
import org.citrusframework.http.client.HttpClient;
import org.citrusframework.http.client.HttpClientBuilder;
import org.citrusframework.message.MessageType;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/** What a sender of FIT-Connect does, with the cryptography of the JDK alone. */
public final class FitConnectSteps {

  private static final int LOOKS = 120;
  private static final long BETWEEN_LOOKS = 500;
  private static final int TAG = 16;
  private static final String EVENTS = "https://schema.fitko.de/fit-connect/events/";
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final TestCaseRunner run;
  private final SimulatorProcess simulator;
  private final HttpClient service;

  public FitConnectSteps(TestCaseRunner run, SimulatorProcess simulator) {
    this.run = run;
    this.simulator = simulator;
    this.service = new HttpClientBuilder().requestUrl(simulator.told("FIT_CONNECT")).build();
  }

  /** Gets a token, and the key of the destination. */
  public FitConnectSteps signsIn() {
    run.$(
        http()
            .client(service)
            .send()
            .post("/token")
            .message()
            .contentType("application/x-www-form-urlencoded")
            .body(
                "grant_type=client_credentials&client_id=%s&client_secret=%s"
                    .formatted(
                        simulator.told("FIT_CONNECT_CLIENT"),
                        simulator.told("FIT_CONNECT_SECRET"))));
    run.$(answer(HttpStatus.OK, "$.access_token", "token"));
    var destination = "/v2/destinations/" + simulator.told("FIT_CONNECT_DESTINATION");
    run.$(call(HttpMethod.GET, destination, ""));
    run.$(answer(HttpStatus.OK, "$.encryptionKid", "kid"));
    run.$(call(HttpMethod.GET, destination + "/keys/${kid}", ""));
    run.$(
        http()
            .client(service)
            .receive()
            .response(HttpStatus.OK)
            .message()
            .type(MessageType.JSON)
            .extract(jsonPath().expression("$.n", "n").expression("$.e", "e")));
    return this;
  }

  /** Hands a document in. */
  public FitConnectSteps submits(byte[] document) {
    var publicService =
        "{\"identifier\": \"%s\", \"name\": \"Ummeldung\"}"
            .formatted(simulator.told("FIT_CONNECT_SERVICE"));
    run.$(
        call(
            HttpMethod.POST,
            "/v2/submissions",
            "{\"destinationId\": \"%s\", \"announcedAttachments\": [], \"publicService\": %s}"
                .formatted(simulator.told("FIT_CONNECT_DESTINATION"), publicService)));
    run.$(
        http()
            .client(service)
            .receive()
            .response(HttpStatus.CREATED)
            .message()
            .type(MessageType.JSON)
            .extract(
                jsonPath()
                    .expression("$.submissionId", "submission")
                    .expression("$.caseId", "case")));
    TestAction encrypt =
        context -> {
          context.setVariable(
              "metadata", jwe(context, metadata(document, publicService), "application/json"));
          context.setVariable("data", jwe(context, document, "application/xml"));
        };
    run.run(encrypt);
    run.$(
        call(
            HttpMethod.PUT,
            "/v2/submissions/${submission}",
            "{\"encryptedMetadata\": \"${metadata}\", \"encryptedData\": \"${data}\"}"));
    run.$(http().client(service).receive().response(HttpStatus.OK));
    return this;
  }

  /** Reads the event log until this stands in it. */
  public FitConnectSteps hears(String event) {
    TestAction look =
        context -> {
          if (!context.getVariable("log").contains(event)) {
            throw new ValidationException("nobody said " + event + " yet");
          }
        };
    TestAction decode = context -> context.setVariable("log", decoded(context.getVariable("log")));
    run.$(
        repeatOnError()
            .until("i gt " + LOOKS)
            .autoSleep(BETWEEN_LOOKS)
            .actions(
                call(HttpMethod.GET, "/v2/cases/${case}/events", ""),
                answer(HttpStatus.OK, "$.eventLog", "log"),
                () -> decode,
                () -> look));
    return this;
  }

  /** The claims of all events, one after the other. */
  private static String decoded(String log) {
    var claims = new StringBuilder();
    for (var event : log.split("[\\[\\],\"\\\\]+")) {
      var parts = event.split("\\.");
      if (parts.length == 3) {
        claims.append(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
      }
    }
    return claims.toString().replace(EVENTS, "");
  }

  private TestActionBuilder<?> call(HttpMethod method, String path, String body) {
    var send = http().client(service).send();
    var request =
        method == HttpMethod.GET
            ? send.get(path)
            : method == HttpMethod.PUT ? send.put(path) : send.post(path);
    return request
        .message()
        .header("Authorization", "Bearer ${token}")
        .contentType("application/json")
        .body(body);
  }

  private TestActionBuilder<?> answer(HttpStatus status, String expression, String variable) {
    return http()
        .client(service)
        .receive()
        .response(status)
        .message()
        .type(MessageType.JSON)
        .extract(jsonPath().expression(expression, variable));
  }

  private static byte[] metadata(byte[] document, String publicService) {
    try {
      var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(document));
      return """
          {"$schema": "https://schema.fitko.de/fit-connect/metadata/2.1.0/metadata.schema.json",
           "publicService": %s,
           "contentStructure": {"attachments": [], "data": {
             "submissionSchema": {"schemaUri": "urn:amtsbote:standard:xdemo", "mimeType": "application/xml"},
             "hash": {"type": "sha512", "content": "%s"}}}}"""
          .formatted(publicService, hash)
          .getBytes(StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String jwe(TestContext context, byte[] content, String type) {
    try {
      var head =
          BASE64.encodeToString(
              "{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\",\"cty\":\"%s\",\"kid\":\"%s\"}"
                  .formatted(type, context.getVariable("kid"))
                  .getBytes(StandardCharsets.UTF_8));
      var key = random(32);
      var vector = random(12);
      var rsa = Cipher.getInstance("RSA/ECB/OAEPPadding");
      rsa.init(
          Cipher.ENCRYPT_MODE,
          key(context),
          new OAEPParameterSpec(
              "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
      var aes = Cipher.getInstance("AES/GCM/NoPadding");
      aes.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, vector));
      aes.updateAAD(head.getBytes(StandardCharsets.US_ASCII));
      var sealed = new ByteArrayOutputStream();
      sealed.writeBytes(aes.doFinal(content));
      var octets = sealed.toByteArray();
      var text = Arrays.copyOf(octets, octets.length - TAG);
      var tag = Arrays.copyOfRange(octets, octets.length - TAG, octets.length);
      return String.join(
          ".",
          head,
          BASE64.encodeToString(rsa.doFinal(key)),
          BASE64.encodeToString(vector),
          BASE64.encodeToString(text),
          BASE64.encodeToString(tag));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PublicKey key(TestContext context) throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA")
        .generatePublic(new RSAPublicKeySpec(number(context, "n"), number(context, "e")));
  }

  private static BigInteger number(TestContext context, String name) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(context.getVariable(name)));
  }

  private static byte[] random(int length) {
    var octets = new byte[length];
    new SecureRandom().nextBytes(octets);
    return octets;
  }
}
