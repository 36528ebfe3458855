package de.amtsbote.gateway.entry.procedure;

import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.entry.Portal;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** A procedure that reads its mailbox over HTTP. */
final class Procedure {

  static final String AMT = "/api/v1/mailboxes/amt/messages";

  private final Portal http;
  private final String mailbox;

  private Procedure(Portal http, String mailbox) {
    this.http = http;
    this.mailbox = mailbox;
  }

  static Procedure at(int port) {
    return new Procedure(new Portal(port, TestGateway.PROCEDURE), AMT);
  }

  static Procedure at(int port, String token, String mailbox) {
    return new Procedure(new Portal(port, token), "/api/v1/mailboxes/" + mailbox + "/messages");
  }

  Portal.Answer list(String query) throws IOException, InterruptedException {
    return http.get(mailbox + query);
  }

  Portal.Answer describe(String id) throws IOException, InterruptedException {
    return http.get(mailbox + "/" + id, "Accept", "application/json");
  }

  Portal.Answer fetch(String id, String... headers) throws IOException, InterruptedException {
    var all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "Accept";
    all[1] = "multipart/form-data";
    return http.get(mailbox + "/" + id, all);
  }

  Portal.Answer says(String id, String json) throws IOException, InterruptedException {
    return post(id, "/acknowledge", json, "Content-Type", "application/json");
  }

  Portal.Answer answers(String id, String query, String xml)
      throws IOException, InterruptedException {
    return post(id, "/acknowledge" + query, xml, "Content-Type", "application/xml");
  }

  Portal.Answer answersInAForm(String id, String form) throws IOException, InterruptedException {
    return post(
        id,
        "/acknowledge",
        form.replace("\n", "\r\n"),
        "Content-Type",
        "multipart/form-data; boundary=cut");
  }

  Portal.Answer post(String id, String path, String body, String... headers)
      throws IOException, InterruptedException {
    return http.post(
        mailbox + "/" + id + path,
        BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)),
        headers);
  }

  static String status(String status) {
    return "{\"status\": \"%s\"}".formatted(status);
  }

  static String rejected(String reason) {
    return "{\"status\": \"rejected\", \"reason\": \"%s\"}".formatted(reason);
  }
}
