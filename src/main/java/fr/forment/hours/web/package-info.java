/** Pages and exports on the hours of a person, of a school, of a circonscription. */
package fr.forment.hours.web;
