package de.amtsbote.gateway.route.check;

import de.amtsbote.gateway.yaml.Findings;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.camel.util.SensitiveUtils;

/** Passwords and tokens stand in the configuration, never in a route. */
final class SecretRules {

  private static final Pattern USER_INFO = Pattern.compile("^[^/@]*:[^/@]+@");

  private static final Pattern SECRET_NAME =
      Pattern.compile(
          ".*(password|passphrase|secret|token|apiKey|accessKey|secretKey|privateKey)",
          Pattern.CASE_INSENSITIVE);

  private SecretRules() {}

  static void check(List<EndpointUse> endpoints, Findings findings) {
    for (var use : endpoints) {
      if (USER_INFO.matcher(use.path()).find() && !use.path().contains("{{")) {
        findings.error(
            use.node().at("uri").orElse(use.node()),
            "a password stands in the URI; write a placeholder such as {{name}} and keep the value"
                + " in the configuration");
      }
      use.options()
          .forEach(
              (name, option) -> {
                if (isLiteralSecret(name, option)) {
                  findings.error(
                      option.node(),
                      "option '%s' is a secret; write a placeholder such as {{name}} and keep the"
                          + " value in the configuration",
                      name);
                }
              });
    }
  }

  private static boolean isLiteralSecret(String name, EndpointUse.Option option) {
    return (SensitiveUtils.containsSensitive(name) || SECRET_NAME.matcher(name).matches())
        && !option.value().isBlank()
        && !option.value().startsWith("#")
        && option.isFixed();
  }
}
