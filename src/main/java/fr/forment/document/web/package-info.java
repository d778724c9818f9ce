/** Calendar of a version, and two versions side by side. */
package fr.forment.document.web;
