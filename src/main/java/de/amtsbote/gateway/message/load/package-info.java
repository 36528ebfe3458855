/** What waits in the store and what the accounts have handed in, as far as limits ask for it. */
package de.amtsbote.gateway.message.load;
