/** Keys, trust, callers and their roles. */
package de.amtsbote.gateway.security;
