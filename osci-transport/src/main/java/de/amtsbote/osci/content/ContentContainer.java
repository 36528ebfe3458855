package de.amtsbote.osci.content;

import java.util.ArrayList;
import java.util.List;

/**
 * An outgoing content container (OSCI-Transport 1.2, K§3.3): what its authors sign together.
 *
 * @param id unique in the message
 * @param contents data, attachments, nested containers
 * @param encrypted nested encrypted containers
 * @param signers authors, in parallel; none for an unsigned container
 */
public record ContentContainer(
    String id,
    List<OutgoingContent> contents,
    List<EncryptedContainer> encrypted,
    List<ContentSigner> signers) {

  /** Copies the lists. */
  public ContentContainer {
    contents = List.copyOf(contents);
    encrypted = List.copyOf(encrypted);
    signers = List.copyOf(signers);
  }

  /** Starts a container. */
  public static Builder builder(String id) {
    return new Builder(id);
  }

  /** Collects the parts of a container. */
  public static final class Builder {
    private final String id;
    private final List<OutgoingContent> contents = new ArrayList<>();
    private final List<EncryptedContainer> encrypted = new ArrayList<>();
    private final List<ContentSigner> signers = new ArrayList<>();

    private Builder(String id) {
      this.id = id;
    }

    /** Adds data. */
    public Builder data(String refId, ContentSource source) {
      contents.add(new OutgoingContent.Data(refId, source));
      return this;
    }

    /** Adds data in memory. */
    public Builder data(String refId, byte[] octets) {
      return data(refId, ContentSource.of(octets));
    }

    /** Adds an attachment. */
    public Builder attachment(String refId, String name, ContentSource source) {
      contents.add(new OutgoingContent.Attachment(refId, name, source));
      return this;
    }

    /** Adds a nested container. */
    public Builder nested(String refId, ContentContainer container) {
      contents.add(new OutgoingContent.Nested(refId, container));
      return this;
    }

    /** Adds a nested encrypted container. */
    public Builder encrypted(EncryptedContainer container) {
      encrypted.add(container);
      return this;
    }

    /** Adds an author. */
    public Builder signer(ContentSigner signer) {
      signers.add(signer);
      return this;
    }

    /** The container. */
    public ContentContainer build() {
      return new ContentContainer(id, contents, encrypted, signers);
    }
  }
}
