package de.amtsbote.gateway.route.load;

import org.apache.camel.CamelContext;
import org.apache.camel.model.RedeliveryPolicyDefinition;
import org.apache.camel.model.errorhandler.DefaultErrorHandlerDefinition;

/**
 * Keeps Camel from logging what a step threw: messages of foreign exceptions may quote payload. The
 * worker says what happened, with an incident id.
 */
final class QuietErrors {

  private QuietErrors() {}

  static void in(CamelContext context) {
    var policy = new RedeliveryPolicyDefinition();
    policy.setLogExhausted("false");
    policy.setLogExhaustedMessageHistory("false");
    policy.setLogStackTrace("false");
    policy.setLogRetryAttempted("false");
    var handler = new DefaultErrorHandlerDefinition();
    handler.setRedeliveryPolicy(policy);
    context.getCamelContextExtension().setErrorHandlerFactory(handler);
  }
}
