package de.amtsbote.gateway.security;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where an account wants to be told of its messages, and by which secrets it knows that it is the
 * gateway who tells. A secret has at least 32 bytes; it stands in a file or in an environment
 * variable, never in the configuration.
 *
 * @param url https, or http to this machine
 * @param secretFile file whose first line is the secret
 * @param secretEnv environment variable that holds the secret
 * @param nextSecretFile file of a second secret, which signs too while secrets change
 * @param nextSecretEnv environment variable of that second secret
 */
public record WebhookSettings(
    URI url, Path secretFile, String secretEnv, Path nextSecretFile, String nextSecretEnv) {}
