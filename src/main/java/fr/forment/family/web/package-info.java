/** What families see, and what a school and its team see of them. */
package fr.forment.family.web;
