package de.amtsbote.osci.testpki;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A key with its certificate. */
public record TestIdentity(PrivateKey key, X509Certificate certificate) {}
