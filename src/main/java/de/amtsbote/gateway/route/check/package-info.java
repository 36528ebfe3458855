/** Checks YAML routes without starting anything: schema, dry run, and the rules of the gateway. */
package de.amtsbote.gateway.route.check;
