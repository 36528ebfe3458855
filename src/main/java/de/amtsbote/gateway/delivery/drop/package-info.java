/** Hand-overs as files, here or on an SFTP server, and the answers that procedures lay beside. */
package de.amtsbote.gateway.delivery.drop;
