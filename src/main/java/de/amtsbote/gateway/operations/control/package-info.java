/** What operators and auditors can ask and do: the operator API and what the console shares. */
package de.amtsbote.gateway.operations.control;
