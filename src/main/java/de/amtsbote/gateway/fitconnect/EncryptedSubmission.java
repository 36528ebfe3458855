package de.amtsbote.gateway.fitconnect;

import de.amtsbote.gateway.fitconnect.jose.BlockInput;
import de.amtsbote.gateway.fitconnect.jose.OversizeException;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.spool.SpoolFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** A submission as its subscriber gets it: the large texts stay in the spool. */
public final class EncryptedSubmission implements AutoCloseable {

  private static final String METADATA = "encryptedMetadata";
  private static final String DATA = "encryptedData";
  private static final int PIECE = 64 * 1024;

  private final SpoolFile json;
  private final Map<String, Long> starts = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final List<UUID> attachments = new ArrayList<>();

  private EncryptedSubmission(SpoolFile json) {
    this.json = json;
  }

  static EncryptedSubmission read(InputStream body, Spool spool, long largest) throws IOException {
    var json = spool.create();
    try {
      spool(body, json, largest);
      var submission = new EncryptedSubmission(json);
      submission.scan();
      return submission;
    } catch (JacksonException | IllegalArgumentException e) {
      json.close();
      throw new FitConnectException("the answer of the delivery service is no submission", e);
    } catch (IOException | RuntimeException e) {
      json.close();
      throw e;
    }
  }

  private static void spool(InputStream body, SpoolFile json, long largest) throws IOException {
    var piece = new byte[PIECE];
    var total = 0L;
    try (var out = json.output()) {
      for (var n = body.read(piece); n >= 0; n = body.read(piece)) {
        total += n;
        if (total > largest) {
          throw new OversizeException(largest);
        }
        out.write(piece, 0, n);
      }
    }
  }

  /** Notes where the large texts begin; they are base64url, so they end at the next quote. */
  private void scan() throws IOException {
    try (var parser = JsonMapper.shared().createParser(json.open())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("no object");
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        value(parser, parser.currentName());
      }
    }
  }

  private void value(JsonParser parser, String name) {
    var token = parser.nextToken();
    if (token == JsonToken.VALUE_STRING && (name.equals(METADATA) || name.equals(DATA))) {
      starts.put(name, parser.currentTokenLocation().getByteOffset() + 1);
    } else if (token == JsonToken.VALUE_STRING) {
      texts.put(name, parser.getString());
    } else if (token == JsonToken.START_ARRAY && name.equals("attachments")) {
      attachments(parser);
    } else if (token == JsonToken.START_OBJECT && isService(name)) {
      service(parser);
    } else {
      parser.skipChildren();
    }
  }

  private static boolean isService(String name) {
    return name.equals("publicService") || name.equals("serviceType");
  }

  private void attachments(JsonParser parser) {
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      if (token == JsonToken.VALUE_STRING) {
        attachments.add(UUID.fromString(parser.getString()));
      } else {
        parser.skipChildren();
      }
    }
  }

  private void service(JsonParser parser) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var field = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_STRING && field.equals("identifier")) {
        texts.put("service", parser.getString());
      } else {
        parser.skipChildren();
      }
    }
  }

  /** The destination that it lies in; empty when the answer names none. */
  public String destination() {
    return texts.getOrDefault("destinationId", "");
  }

  /** The service that it is about; empty when it names none. */
  public String publicService() {
    return texts.getOrDefault("service", "");
  }

  /** The attachments that were uploaded. */
  public List<UUID> attachments() {
    return List.copyOf(attachments);
  }

  /** Whether there are metadata. */
  public boolean hasMetadata() {
    return starts.containsKey(METADATA);
  }

  /** Whether there is a document. */
  public boolean hasData() {
    return starts.containsKey(DATA);
  }

  /** The metadata, as compact JWE. */
  public InputStream metadata() throws IOException {
    return text(METADATA);
  }

  /** The document, as compact JWE. */
  public InputStream data() throws IOException {
    return text(DATA);
  }

  private InputStream text(String name) throws IOException {
    var start = starts.get(name);
    return new UntilQuote(json.open(start, json.length() - start));
  }

  @Override
  public void close() {
    json.close();
  }

  private static final class UntilQuote extends BlockInput {

    private final InputStream in;
    private boolean ended;

    UntilQuote(InputStream in) {
      this.in = in;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
      if (ended) {
        return -1;
      }
      var taken = in.read(target, offset, count);
      for (var i = 0; i < taken; i++) {
        if (target[offset + i] == '"') {
          ended = true;
          return i == 0 && count > 0 ? -1 : i;
        }
      }
      return taken;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
