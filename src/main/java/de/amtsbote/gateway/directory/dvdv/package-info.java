/** Partners from the DVDV, the directory of services of the German administration. */
package de.amtsbote.gateway.directory.dvdv;
