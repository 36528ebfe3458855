package de.amtsbote.osci.error;

/** At which layer a message was refused, from the outside to the inside. */
public enum Layer {
  MIME("mime"),
  XML("xml"),
  STRUCTURE("structure"),
  TRANSPORT_DECRYPTION("transport-decryption"),
  ORDER_SIGNATURE("order-signature"),
  CONTENT_DECRYPTION("content-decryption"),
  CONTENT_SIGNATURE("content-signature"),
  CERTIFICATE("certificate"),
  ALGORITHM_POLICY("algorithm-policy"),
  DIALOG("dialog"),
  POLICY("policy"),
  INTERNAL("internal");

  private final String label;

  Layer(String label) {
    this.label = label;
  }

  /** Stable name for reports and metrics. */
  public String label() {
    return label;
  }
}
