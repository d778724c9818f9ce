/** Tables of resources that come and go as files: read, compared with what is known, shown, then written or not. */
package fr.forment.resource.imports;
