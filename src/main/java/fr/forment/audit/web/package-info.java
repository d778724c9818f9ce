/** The page of the audit, for who runs the installation. */
package fr.forment.audit.web;
